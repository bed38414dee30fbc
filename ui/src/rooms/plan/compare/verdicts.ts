import type { Schemas } from '../../../api/client';

// Two verdicts side by side, figure by figure.

export type Difference = Schemas['PlanDifference'];
export type Standing = Schemas['Standing'];

export type FigureName = 'closure' | 'margin' | 'bound' | 'undelivered' | 'late' | 'tardiness' | 'liftHours' | 'sorties' | 'movements';
export interface Figure {
  name: FigureName;
  kind: 'time' | 'minutes' | 'hours' | 'count';
  /** A time in epoch milliseconds, minutes, hours or a number; null where there is none. */
  before: number | null;
  after: number | null;
  /** After less before, times in minutes; null where one of them is missing. */
  by: number | null;
  /** Whether the plan after is better by this figure, worse, or neither: what is used or proven is no merit of its own. */
  turns: 'better' | 'worse' | 'same' | 'other';
}

type Sense = 'less' | 'more' | 'none';
const ms = (t: string | null): number | null => (t === null ? null : Date.parse(t));
const all = (c: Schemas['Counts']): number => c.people + c.items;

const figures: { name: FigureName; kind: Figure['kind']; of: (s: Standing) => number | null; sense: Sense }[] = [
  { name: 'closure', kind: 'time', of: (s) => ms(s.closure), sense: 'less' },
  { name: 'margin', kind: 'minutes', of: (s) => s.margin_minutes, sense: 'more' },
  { name: 'bound', kind: 'time', of: (s) => ms(s.bound), sense: 'none' },
  { name: 'undelivered', kind: 'count', of: (s) => all(s.undelivered), sense: 'less' },
  { name: 'late', kind: 'count', of: (s) => all(s.late), sense: 'less' },
  { name: 'tardiness', kind: 'count', of: (s) => s.tardiness, sense: 'less' },
  { name: 'liftHours', kind: 'hours', of: (s) => s.lift_hours, sense: 'less' },
  { name: 'sorties', kind: 'count', of: (s) => s.sorties, sense: 'none' },
  { name: 'movements', kind: 'count', of: (s) => s.movements, sense: 'none' },
];

/** Each figure of two verdicts, in the order in which plans are compared. */
export function sideBySide(before: Standing, after: Standing): Figure[] {
  return figures.map(({ name, kind, of, sense }) => {
    const [a, b] = [of(before), of(after)];
    const by = a === null || b === null ? null : kind === 'time' ? Math.round((b - a) / 60_000) : b - a;
    const turns = by === null || (sense === 'none' && by !== 0) ? 'other' : by === 0 ? 'same' : by < 0 === (sense === 'less') ? 'better' : 'worse';
    return { name, kind, before: a, after: b, by, turns };
  });
}
