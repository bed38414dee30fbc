package missionfile

import (
	"bytes"
	"fmt"
	"reflect"

	"sortie"
	"sortie/internal/lang"
)

// ReadPlan reads a plan from JSON. name is what diagnostics call it. The plan
// is nil where the text is not a JSON object; where there are errors it holds
// what could be read. Whether the plan keeps the rules is not asked here.
func ReadPlan(name string, data []byte) (plan *sortie.Plan, found []Diagnostic) {
	var b book
	defer func() {
		if fault := recover(); fault != nil {
			b.fail(mark{}, "unreadable", "", say(planFault, fmt.Sprintf("%.200v", fault)), say(pleaseReport))
			plan = nil
		}
		b.sort()
		found = b.diagnostics
	}()
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	src := b.open(name, data, true)
	if len(data) > maxPlanBytes {
		b.fail(mark{source: src}, "too-large", "", say(planTooLarge, maxPlanBytes>>20), sentence{})
		return nil, nil
	}
	if at, message, hint := unreadable(data); !message.empty() {
		at.source = src
		b.fail(at, "encoding", "", message, hint)
		return nil, nil
	}
	r := &planReader{jsonBuilder: jsonBuilder{jsonScanner: newJSONScanner(string(data), src)}, decoder: &decoder{book: &b}}
	if r.peek() != '{' {
		r.fault(r.mark(), "", "wrong-type", notAPlan)
		return nil, nil
	}
	plan = r.plan()
	if !r.err.empty() {
		b.fail(r.errMark, "syntax", "", r.err, sentence{})
	}
	return plan, nil
}

// planReader reads a plan in one pass: movements straight into their types,
// since there may be tens of thousands of them with their items, and the rest
// by way of nodes.
type planReader struct {
	jsonBuilder
	decoder *decoder
	texts   map[string]string
	at      spot
}

// spot is the movement, cargo, item or stop that is being read.
type spot struct {
	movement, part, piece int
	what, inner           string
}

func (r *planReader) path(key string) string {
	p := fmt.Sprintf("movements[%d]", r.at.movement)
	if r.at.what != "" {
		p += fmt.Sprintf(".%s[%d]", r.at.what, r.at.part)
	}
	if r.at.inner != "" {
		p += fmt.Sprintf(".%s[%d]", r.at.inner, r.at.piece)
	}
	if key == "" {
		return p
	}
	return p + "." + key
}

func (r *planReader) fault(at mark, path, rule string, message lang.Phrase, args ...any) {
	r.decoder.book.fail(at, rule, path, say(message, args...), sentence{})
}

func (r *planReader) plan() *sortie.Plan {
	p := &sortie.Plan{}
	v := reflect.ValueOf(p).Elem()
	info := infoOf(v.Type())
	seen := map[string]int32{}
	start := r.mark()
	r.members(func(key string, at mark) {
		f := info.byKey[key]
		if f == nil {
			r.decoder.unknownKey(&field{key: key, mark: at}, info, nil)
			r.value()
			return
		}
		if first := seen[key]; first != 0 {
			r.decoder.duplicate(&field{key: key, mark: at}, first, nil)
			r.value()
			return
		}
		seen[key] = at.line
		if key == "movements" {
			r.movements(p)
			return
		}
		r.nodes = 0
		if n := r.value(); r.err.empty() && !n.empty() {
			r.decoder.into(n, v.FieldByIndex(f.index), &trail{key: key}, f)
		}
	})
	r.end()
	if r.err.empty() {
		for _, f := range info.fields {
			if f.required && seen[f.key] == 0 {
				r.fault(start, f.key, "missing-key", theLacks, info.name.Phrase, f.key)
			}
		}
	}
	if p.Movements == nil {
		p.Movements = []sortie.Movement{}
	}
	return p
}
