package record

import "sortie"

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
			b.say(sortie.Error, RuleReplaces, path, replacesUnknown.Text(b.name(i), short(e.Replaces)), none)
			continue
		}
		if target >= i {
			b.say(sortie.Error, RuleReplaces, path, replacesBelow.Text(b.name(i), short(e.Replaces)), appendOnly.Text())
			continue
		}
		t := &b.m.Record[target]
		switch {
		case t.Kind != e.Kind:
			b.doubt(RuleReplaces, path, replacesKind.Text(b.name(i), b.name(target)), saysAnew.Text())
		case t.By != e.By && t.By != "" && e.By != "":
			b.doubt(RuleReplaces, path, replacesOthers.Text(b.name(i), b.name(target)), bothStay.Text())
		}
		if other, forked := first[target]; forked {
			b.doubt(RuleReplaces, path, bothReplace.Text(b.name(other), b.name(i), b.name(target)),
				replaceSecond.Text(short(b.m.Record[other].ID)))
		} else {
			first[target] = i
		}
	}
}
