// Package network is a mission compiled for computing: typed indices instead
// of names, minutes instead of times, travel times for every lift type and
// leg, payload at distance, opening calendars with clearances worked in. It is
// built once by [Compile] and never changes after, so that any number of
// planners may read it at the same time.
package network
