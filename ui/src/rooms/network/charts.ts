import type { Draw, Plots } from '../../parts/Chart.svelte';
import { day, midnights } from '../../format';
import type { Span } from '../plan/board/lanes';
import { daysApart } from '../plan/board/ticks';
import { steps, type Mog } from './calendar';

// The charts of the hours: bars over the time of the operation, in the mission's
// time zone.

export interface Bars {
  /** What a row is called. */
  label: string;
  spans: (Span & { kind: 'open' | 'shut' | 'lead'; text?: string })[];
}

type Within = [number, number];

const margin = 210;
const date = (ms: number): Date => new Date(ms);

/** The time axis: midnights of a zone, as many as there is room for. */
function axis(marks: Plots, [from, until]: Within, zone: string, width: number, left: number) {
  const all = midnights(from, until, zone);
  const apart = daysApart(((width - left) * 864e5) / (until - from));
  const ticks = all.filter((_, i) => i % apart === 0).map(date);
  return [marks.gridX(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }), marks.axisX(ticks, { anchor: 'top', tickFormat: (d: Date) => day(d, zone), label: null, tickSize: 4, fill: 'var(--ink-2)' })];
}
const leftOf = (width: number): number => Math.min(margin, Math.round(width * 0.38));
const shortened = (text: string, left: number): string => (text.length * 6.6 > left - 12 ? `${text.slice(0, Math.max(6, Math.floor((left - 18) / 6.6)))}…` : text);

const fills = { open: 'var(--good-soft)', shut: 'var(--bad-soft)', lead: 'var(--assumed-soft)' };
const edges = { open: 'var(--good)', shut: 'var(--bad)', lead: 'var(--assumed)' };

/** Rows of bars. A lead is told apart by its dashes, what is shut by being narrower. */
export const bars = (rows: Bars[], within: Within, zone: string): Draw => (marks, width) => {
  const left = leftOf(width);
  const pixels = (ms: number) => ((width - left - 20) * ms) / (within[1] - within[0]);
  const spans = rows.flatMap(({ label, spans }) => spans.map((s) => ({ ...s, label, from: Math.max(s.from, within[0]), until: Math.min(s.until, within[1]) })).filter((s) => s.from < s.until));
  const of = (kind: 'open' | 'shut' | 'lead') =>
    marks.barX(spans.filter((s) => s.kind === kind), {
      x1: (s) => date(s.from), x2: (s) => date(s.until), y: 'label', fill: fills[kind], stroke: edges[kind], strokeDasharray: kind === 'lead' ? '4 3' : undefined, insetTop: kind === 'shut' ? 3 : 1, insetBottom: kind === 'shut' ? 3 : 1, rx: 2,
    });
  return {
    marginLeft: left, marginTop: 24, marginBottom: 4, marginRight: 20, height: 32 + rows.length * 26,
    x: { type: 'utc', domain: within.map(date), axis: null },
    y: { domain: rows.map((r) => r.label), label: null, tickFormat: (label: string) => shortened(label, left), tickSize: 0, padding: 0.15 },
    marks: [
      ...axis(marks, within, zone, width, left),
      of('lead'), of('open'), of('shut'),
      marks.text(spans.filter((s) => s.text && pixels(s.until - s.from) > s.text.length * 6.4 + 8), { x: (s) => date(s.from), y: 'label', text: 'text', textAnchor: 'start', dx: 6, fill: 'var(--ink)' }),
    ],
  };
};

/** What a plan takes of stands and teams, as shares of what there is; shut hours behind. */
export const shares = (rows: (Mog & { key: string; label: string; limit: string })[], within: Within, zone: string): Draw => (marks, width) => {
  const left = leftOf(width);
  const points = (pick: (m: Mog) => [Mog['stands'], number | undefined]) =>
    rows.flatMap((row) => {
      const [profile, limit] = pick(row);
      return profile && limit ? steps(profile, ...within).map((s) => ({ key: row.key, at: date(s.at), share: s.taken / limit })) : [];
    });
  const stands = points((m) => [m.stands, m.parking]);
  const teams = points((m) => [m.teams, m.working]);
  const top = Math.max(1, ...[...stands, ...teams].map((p) => p.share));
  const shut = rows.flatMap((row) => row.shut.map((s) => ({ key: row.key, from: date(s.from), until: date(s.until) })));
  return {
    marginLeft: left, marginTop: 24, marginBottom: 6, marginRight: 20, height: 34 + rows.length * 62,
    x: { type: 'utc', domain: within.map(date), axis: null },
    y: { domain: [0, top * 1.08], axis: null },
    fy: { domain: rows.map((r) => r.key), axis: null, padding: 0.16 },
    marks: [
      ...axis(marks, within, zone, width, left),
      marks.rectX(shut, { x1: 'from', x2: 'until', y1: 0, y2: top, fy: 'key', fill: 'var(--bad-soft)' }),
      marks.areaY(stands, { x: 'at', y: 'share', fy: 'key', curve: 'step-after', fill: 'var(--series-1)', fillOpacity: 0.25, stroke: 'var(--series-1)', strokeWidth: 1 }),
      marks.lineY(teams, { x: 'at', y: 'share', fy: 'key', curve: 'step-after', stroke: 'var(--series-2)', strokeWidth: 1.6 }),
      marks.ruleY(rows, { y: 1, fy: 'key', stroke: 'var(--ink)', strokeDasharray: '5 3' }),
      marks.ruleY(rows, { y: 0, fy: 'key', stroke: 'var(--line-strong)' }),
      marks.text(rows, { fy: 'key', frameAnchor: 'left', text: (r) => shortened(r.label, left), dx: -10, dy: -8, textAnchor: 'end', fill: 'var(--ink)' }),
      marks.text(rows, { fy: 'key', frameAnchor: 'left', text: (r) => shortened(r.limit, left), dx: -10, dy: 8, textAnchor: 'end', fill: 'var(--ink-2)' }),
    ],
  };
};
