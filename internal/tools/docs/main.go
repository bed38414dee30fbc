// Command docs runs the commands in the project's documents and writes what
// they print below them. It is run by `make docs`, from the repository's root.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"sortie/internal/tools/examples"
)

func main() {
	for _, path := range os.Args[1:] {
		if err := refresh(path); err != nil {
			fmt.Fprintln(os.Stderr, "docs:", err)
			os.Exit(1)
		}
	}
}

func refresh(path string) error {
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text, err := examples.Refresh(string(page), run)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// run runs a command in a shell that finds sortie in bin. A command that
// answers no (exit code 1) is as good an example as one that answers yes.
func run(command string) (string, error) {
	fmt.Fprintln(os.Stderr, "$", command)
	cmd := exec.Command("sh", "-c", command)
	cmd.Env = append(os.Environ(), "PATH=bin:"+os.Getenv("PATH"))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		err = nil
	}
	return string(out), err
}
