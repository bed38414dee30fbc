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
			b.add(mark{}, sortie.Finding{Severity: sortie.Error, Rule: "unreadable",
				Message: lang.Plain(fmt.Sprintf("the plan could not be read: %.200v", fault)), Hint: lang.Plain("please report it, with the file")})
			plan = nil
		}
		b.sort()
		found = b.diagnostics
	}()
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	src := b.open(name, data, true)
	if len(data) > maxPlanBytes {
		b.add(mark{source: src}, sortie.Finding{Severity: sortie.Error, Rule: "too-large",
			Message: lang.Plain(fmt.Sprintf("the plan has more than %d MB", maxPlanBytes>>20))})
		return nil, nil
	}
	if at, message, hint := unreadable(data); message != "" {
		at.source = src
		b.add(at, sortie.Finding{Severity: sortie.Error, Rule: "encoding", Message: lang.Plain(message), Hint: lang.Plain(hint)})
		return nil, nil
	}
	r := &planReader{jsonBuilder: jsonBuilder{jsonScanner: newJSONScanner(string(data), src)}, decoder: &decoder{book: &b}}
	if r.peek() != '{' {
		r.fault(r.mark(), "", "wrong-type", "a plan is a JSON object, not %s", "its first byte")
		return nil, nil
	}
	plan = r.plan()
	if r.err != "" {
		b.add(r.errMark, sortie.Finding{Severity: sortie.Error, Rule: "syntax", Message: lang.Plain(r.err)})
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

func (r *planReader) fault(at mark, path, rule, format string, args ...any) {
	r.decoder.book.add(at, sortie.Finding{Severity: sortie.Error, Rule: rule, Path: path, Message: lang.Plain(fmt.Sprintf(format, args...))})
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
		if n := r.value(); r.err == "" && !n.empty() {
			r.decoder.into(n, v.FieldByIndex(f.index), &trail{key: key}, f)
		}
	})
	r.end()
	if r.err == "" {
		for _, f := range info.fields {
			if f.required && seen[f.key] == 0 {
				r.fault(start, f.key, "missing-key", "the plan has no %s", f.key)
			}
		}
	}
	if p.Movements == nil {
		p.Movements = []sortie.Movement{}
	}
	return p
}
