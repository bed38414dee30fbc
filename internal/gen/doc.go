// Package gen makes missions for tests and benchmarks: small ones that
// together use every rule of the contract ([Small], [Draw]), large ones of a
// given number of people ([Large]), and force lists as text ([FromUnits]).
//
// A generated mission is complete: it brings its own lift and equipment types,
// its defaults are filled in, and a reader finds no error in it. It is made
// from the numbers it is handed and nothing else, so the same numbers give the
// same mission on any machine.
package gen
