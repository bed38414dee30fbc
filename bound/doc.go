// Package bound proves that no plan of a mission closes before some minute,
// and writes down the proof so that package check can verify it without
// solving anything.
//
// Every proof has one form: it supposes that a plan closes one minute sooner,
// works out what could be moved by then at most, and finds that to be less
// than what has to be moved. What could be moved follows from how early the
// cargo can be at a place, how late it may leave there, and how often the
// loading teams, stands, runways, lifts or days of leaving can be used in
// between. Nothing is taken from a plan but the amounts that it delivers.
package bound
