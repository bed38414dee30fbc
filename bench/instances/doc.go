// Package instances makes the open benchmark set: missions in ten families,
// one for each kind of rule that binds, the real missions of the repository,
// and three sizes up to 200,000 people.
//
// Everything generated comes from a seed alone, with its own figures of lifts
// and equipment, so an instance is the same on any machine and in any later
// version; a test holds each to the hash that its best known result names. No
// real country, airfield or operation is meant: XA to XE are codes that
// ISO 3166 leaves to users.
package instances
