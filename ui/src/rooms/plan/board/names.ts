import type { Mission, Schemas } from '../../../api/client';
import { clock, count, dateTime, nation, shortDateTime } from '../../../format';
import { say } from '../../../lang/lang.svelte';
import { others, several, type Bar } from './bars';
import { noteFont, titleFont, type Names } from './drawEdges';
import { convoys, type Facet } from './filter';
import type { Look } from './look';
import type { ColourBy, Key } from './palette';
import { hue } from './palette';
import type { Layout, Row, View } from './rows';

// What the board calls things. Reactive: in the language of the page.

export class Namer {
  readonly #places;
  readonly #units;
  readonly #fleets;

  constructor(
    readonly mission: Mission,
    readonly types: ReadonlyMap<string, Schemas['LiftType']>,
  ) {
    this.#places = new Map(mission.places.map((p) => [p.id, p]));
    this.#units = new Map(mission.units.map((u) => [u.id, u]));
    this.#fleets = new Map((mission.fleets ?? []).map((f) => [f.id, f]));
  }

  place = (id: string): string => this.#places.get(id)?.name || id;
  unit = (id: string): string => this.#units.get(id)?.name || id;
  type = (id: string): string => (id === '' ? say('plan.convoy') : this.types.get(id)?.name || id);
  fleet = (id: string): string => (id === convoys ? say('plan.convoys') : id);
  nation = (code: string): string =>
    code === '' ? say('plan.noNation') : code === several ? say('plan.severalNations') : code === others ? say('plan.otherNations') : nation(code);

  /** The name of something in a facet. */
  of(facet: Facet, key: string): string {
    return { nation: this.nation, lift: this.fleet, place: this.place, unit: this.unit }[facet](key);
  }

  /** What a colour stands for. */
  key(k: Key, by: ColourBy): string {
    const name = (n: string): string => {
      if (by === 'nation') return this.nation(n);
      if (by === 'type') return this.type(n);
      return n === several ? say('plan.severalUnits') : n === '' ? say('plan.noUnit') : n === others ? say('plan.otherNations') : this.unit(n);
    };
    return k.names.length > 3 ? say('plan.theRest', { n: k.names.length }) : k.names.map(name).join(', ');
  }

  hue = (bar: Bar, by: ColourBy): string => this.key({ names: [hue(bar, by)], colour: '', count: 0 }, by);

  title(row: Row, view: View): string {
    if (row.kind === 'group') return view === 'unit' ? this.nation(row.id) : row.id === '' ? say('plan.convoys') : row.id;
    if (view === 'place') return this.place(row.id);
    if (view === 'unit') return this.unit(row.id);
    return row.items[0]?.bar.movement.lift ? row.id : this.nation(row.id);
  }

  note(row: Row, view: View): string {
    if (row.kind === 'group') {
      const fleet = this.#fleets.get(row.id);
      if (view === 'unit') return say('plan.unitsMove', { units: row.size, n: row.count });
      if (!fleet) return say('plan.movements', { n: row.count });
      const of = say('plan.liftsMove', { moving: row.size, all: fleet.count, n: row.count });
      return [this.type(fleet.type), fleet.nation && this.nation(fleet.nation), of].filter(Boolean).join(' · ');
    }
    if (view === 'place') return say('plan.byMode', { mode: row.mode });
    return say('plan.movements', { n: row.count });
  }

  /** What is written on a movement: where to, and how much of what. */
  caption(bar: Bar, view: View): string {
    const to = this.place(bar.movement.to);
    if (view === 'place') return bar.movement.lift ?? this.nation(bar.nation);
    if (view === 'unit') return `${bar.movement.lift ?? say('plan.convoy')} → ${to}`;
    const aboard = [bar.people > 0 && `${count(bar.people)} ${say('plan.p')}`, bar.items > 0 && `${count(bar.items)} ${say('plan.i')}`].filter(Boolean).join(' ');
    return aboard ? `${to} · ${aboard}` : to;
  }

  /** A movement in a sentence, for whoever does not see the board. */
  sentence(bar: Bar, breaches: readonly Schemas['Breach'][]): string {
    const m = bar.movement;
    const zone = this.mission.timezone;
    return say('plan.sentence', {
      id: m.id,
      by: m.lift ?? say('plan.convoy'),
      type: m.lift ? this.type(bar.type) : this.nation(bar.nation),
      from: this.place(m.from),
      to: this.place(m.to),
      depart: dateTime(bar.depart, zone),
      arrive: shortDateTime(bar.arrive, zone),
      unloaded: clock(bar.unloaded, zone),
      empty: bar.empty ? 'yes' : 'no',
      people: bar.people,
      items: bar.items,
      breaches: breaches.map((b) => b.message).join('; '),
      broken: breaches.length,
    });
  }
}

function fit(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  let out = text;
  while (out.length > 0 && ctx.measureText(out.length < text.length ? `${out}…` : out).width > width) out = out.slice(0, -1);
  return out.length < text.length && out !== '' ? `${out.trimEnd()}…` : out;
}

/** The names of all rows as they fit beside and into the board. */
export function namesOf(ctx: CanvasRenderingContext2D, layout: Layout, namer: Namer, look: Look, labels: number, width: number): Names {
  const taken = labels < 150 ? 34 : 84;
  const out: Names = { titles: [], notes: [], widths: [], stands: [], teams: [] };
  for (const row of layout.rows) {
    const group = row.kind === 'group';
    ctx.font = titleFont(look, group);
    const room = labels - 16;
    let title = fit(ctx, namer.title(row, layout.view), group ? Math.min(width - 20, 420) : room - (row.load ? taken : 0));
    // Of a lift's name the number says most, below its fleet's.
    if (title.endsWith('…') && layout.view === 'lift') title = fit(ctx, `…${row.id.slice(row.id.lastIndexOf('/'))}`, room);
    out.titles.push(title);
    out.widths.push(ctx.measureText(title).width);
    ctx.font = noteFont(look);
    out.notes.push(fit(ctx, namer.note(row, layout.view), group ? width - 40 - out.widths.at(-1)! : room - (row.load ? taken : 0)));
    const of = (what: 'plan.standsOf' | 'plan.teamsOf', most: number | undefined, limit: number | null | undefined): string =>
      limit ? (labels < 150 ? `${most}/${limit}` : say(what, { most: most ?? 0, limit })) : '';
    out.stands.push(of('plan.standsOf', row.load?.stands.most, row.load?.parking));
    out.teams.push(of('plan.teamsOf', row.load?.teams.most, row.load?.working));
  }
  return out;
}
