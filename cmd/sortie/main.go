// Command sortie plans how a multinational mission moves, checks such plans
// and shows them. Its commands are in docs/command-line.md.
package main

import (
	"os"
	_ "time/tzdata" // a machine without a zone database still knows the mission's zone

	"sortie/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:]))
}
