import type { PlanLine } from '../../api/mission.svelte';

/** How a plan differs from another: what is better is positive. */
export interface Against {
  /** Minutes by which it closes earlier; null where one of them delivers nothing. */
  earlier: number | null;
  /** People and items that it delivers more. */
  more: number;
  /** Fewer people and items late. */
  inTime: number;
  /** Lift hours that it needs less. */
  hours: number;
}

const total = (c: { people: number; items: number }): number => c.people + c.items;

/** Compares a plan with another by what counts first: what is left, late, closure, lift hours. */
export function against(plan: PlanLine, other: PlanLine): Against {
  return {
    earlier: plan.closure && other.closure ? (Date.parse(other.closure) - Date.parse(plan.closure)) / 60_000 : null,
    more: total(other.undelivered) - total(plan.undelivered),
    inTime: total(other.late) - total(plan.late),
    hours: other.lift_hours - plan.lift_hours,
  };
}

/** Minutes between a plan's closure and its bound, which no plan that delivers as much can be better by; null without a bound. */
export function room(plan: { closure: string | null; bound: string | null }): number | null {
  return plan.closure && plan.bound ? (Date.parse(plan.closure) - Date.parse(plan.bound)) / 60_000 : null;
}

/** The plan that was made before one, of a list with the newest first. */
export function before(plans: PlanLine[], seq: number): PlanLine | undefined {
  return plans.find((p) => p.seq < seq);
}
