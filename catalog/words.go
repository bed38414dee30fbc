package catalog

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"

	"sortie/internal/lang"
)

// Said is a name or an assumption of the catalogue in every language, given as a
// type has it: its name, or basis.assumed whole. Any other text is somebody's own
// and the same in every language.
func Said(text string) lang.Text {
	if said, ok := load().said[text]; ok {
		return said
	}
	return lang.Plain(text)
}

// french is the text of data/french.yaml: English to French.
type french struct {
	Names       map[string]string `yaml:"names"`
	Assumptions map[string]string `yaml:"assumptions"`
}

func (c *contents) translate() error {
	const path = "data/french.yaml"
	data, err := files.ReadFile(path)
	if err != nil {
		return err
	}
	var fr french
	if err := yaml.UnmarshalWithOptions(data, &fr, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	c.said = make(map[string]lang.Text, len(fr.Names)+len(c.lifts)+len(c.equipment))
	for name, in := range fr.Names {
		c.said[name] = lang.Phrase{EN: name, FR: in}.Text()
	}
	for _, r := range c.lifts {
		c.assume(r.Figures, fr.Assumptions)
	}
	for _, r := range c.equipment {
		c.assume(r.Figures, fr.Assumptions)
	}
	return nil
}

// assume keeps the whole of a type's assumptions in every language.
func (c *contents) assume(figures []Figure, in map[string]string) {
	whole := basis(figures).Assumed
	if whole == "" {
		return
	}
	var said []string
	for _, f := range figures {
		if f.Assumed != "" {
			said = append(said, strings.Join(f.Of, ", ")+"\u202f: "+in[f.Assumed])
		}
	}
	c.said[whole] = lang.Phrase{EN: whole, FR: strings.Join(said, "\u202f; ")}.Text()
}
