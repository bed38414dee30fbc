// Package sortie is the domain of a planner and tracker for multinational
// missions: what a mission file says, what a plan file says, and what a
// verifier says of a plan. It holds types, units and small methods; it reads
// no file, solves nothing, and needs the standard library alone.
//
// Units everywhere: metres, tonnes, kilometres, km/h, people. Times are whole
// minutes with an offset. A zero [time.Time] is an absent time.
package sortie
