// Package check is the independent verifier: it holds any plan, also a foreign
// or hostile one, against the rules R0 to R16 of the mission format and works
// out the verdict that the plan deserves.
//
// It reads a mission and a plan and nothing else, imports the domain types and
// the standard library alone, and shares no code with the planner, so that a
// fault of the planner cannot hide itself here. The mission is expected to have
// passed its own checks, with every default filled in; a plan may say anything.
//
// Spans of time are half-open, instants count as inside when they lie on an
// end, and computed minutes and figures are compared with a tolerance of 1e-6.
package check
