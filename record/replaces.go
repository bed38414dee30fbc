package record

import (
	"fmt"

	"sortie"
)

// correctionsHold looks at every entry that replaces another: it stands below
// it, is of its kind and by whoever said the first. What one party says and
// another denies is two entries side by side.
func correctionsHold(b *book) {
	first := map[int]int{}
	for i := range b.m.Record {
		e := &b.m.Record[i]
		if e.Replaces == "" {
			continue
		}
		path := at(i, "replaces")
		target, known := b.index[e.Replaces]
		if !known {
			b.say(sortie.Error, RuleReplaces, path, fmt.Sprintf("%s replaces %q, which is not in the record", b.name(i), short(e.Replaces)), "")
			continue
		}
		if target >= i {
			b.say(sortie.Error, RuleReplaces, path, fmt.Sprintf("%s replaces %q, which does not stand above it", b.name(i), short(e.Replaces)),
				"the record is append-only: a correction stands below what it replaces")
			continue
		}
		t := &b.m.Record[target]
		switch {
		case t.Kind != e.Kind:
			b.doubt(RuleReplaces, path, fmt.Sprintf("%s replaces %s, which is of another kind and would no longer count", b.name(i), b.name(target)),
				"a correction says anew what the first entry said; something that happened later is an entry of its own")
		case t.By != e.By && t.By != "" && e.By != "":
			b.doubt(RuleReplaces, path, fmt.Sprintf("%s replaces %s, which somebody else said", b.name(i), b.name(target)),
				"where two differ both stay, each with its source; only whoever said it corrects it")
		}
		if other, forked := first[target]; forked {
			b.doubt(RuleReplaces, path, fmt.Sprintf("%s and %s both replace %s: which of them counts?", b.name(other), b.name(i), b.name(target)),
				fmt.Sprintf("a second correction replaces the first: replaces: %s", short(b.m.Record[other].ID)))
		} else {
			first[target] = i
		}
	}
}
