// Package explain says in words and figures why a plan is as it is: what
// happens on each day, and which resource holds its closure back. It reads the
// mission and the plan alone, so it explains a foreign plan as well as our
// own, and it never fails on a plan that breaks rules: what it cannot follow
// it leaves out.
package explain
