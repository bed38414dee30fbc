package cli

import (
	"sort"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
	"sortie/record"
)

// teller puts the entries of a record into sentences.
type teller struct {
	m     *sortie.Mission
	lang  lang.Lang
	zone  *time.Location
	tasks map[string]*sortie.Task
}

func newTeller(m *sortie.Mission, l lang.Lang) teller {
	t := teller{m: m, lang: l, zone: explain.Zone(m), tasks: map[string]*sortie.Task{}}
	for i := range m.Tasks {
		t.tasks[m.Tasks[i].ID] = &m.Tasks[i]
	}
	return t
}

func (t teller) kind(e *sortie.Entry) string {
	if p, ok := wordEntryKinds[e.Kind]; ok {
		return t.lang.Say(p)
	}
	return string(e.Kind)
}

func (t teller) rule(r sortie.DecisionRule) string {
	if p, ok := wordDecisionRules[r]; ok {
		return t.lang.Say(p)
	}
	return or(string(r), "–")
}

// who names the organisation in full, and nations by their code as everywhere.
func (t teller) who(by string) string {
	if o := t.m.Organisation; o != nil && by != "" && by == o.ID {
		return or(o.Name.In(string(t.lang)), by)
	}
	if by == "press" {
		return t.lang.Say(wordPress)
	}
	return or(by, t.lang.Say(wordNotNamed))
}

// sentence is what an entry says by its keys; its text comes besides.
func (t teller) sentence(e *sortie.Entry) string {
	l, by, figures := t.lang, t.who(e.By), t.figures(e.Figures)
	switch e.Kind {
	case sortie.Request:
		if e.For == "" {
			return l.Say(wordAsks, by) + t.also(figures)
		}
		return l.Say(wordAsksFor, by, e.For) + t.also(figures)
	case sortie.Decision:
		return t.decision(e) + t.also(figures)
	case sortie.Pledge:
		if sum := t.strength(e.People, e.Equipment); len(sum) > 0 {
			return l.Say(wordPledges, by, l.List(sum)) + t.also(figures)
		}
		if figures != "" {
			return l.Say(wordPledges, by, figures)
		}
		return l.Say(wordPledgesSome, by)
	case sortie.Statement:
		if says := t.says(e.Says); len(says) > 0 {
			return l.Say(wordSays, by, strings.Join(says, l.Say(wordThen))) + t.also(figures)
		}
		return l.Say(wordStates, by) + t.also(figures)
	case sortie.Report:
		if figures == "" {
			return l.Say(wordReportsOnly, by)
		}
		return l.Say(wordReports, by, figures)
	case sortie.Handover:
		what := or(e.Task, l.Say(wordNotNamed))
		if task := t.tasks[e.Task]; task != nil && task.Name != "" {
			what = task.Name + " (" + e.Task + ")"
		}
		return l.Say(wordHandedTo, what, t.who(e.To)) + t.also(figures)
	}
	return l.Say(wordHappened, by) + t.also(figures)
}

func (t teller) also(figures string) string {
	if figures == "" {
		return ""
	}
	return t.lang.Say(wordFigures, figures)
}

func (t teller) decision(e *sortie.Entry) string {
	l := t.lang
	by := t.who(e.By)
	if o := t.m.Organisation; o != nil && o.Decides.Body != "" && (e.By == "" || e.By == o.ID) {
		by = o.Decides.Body
	}
	out := l.Say(wordDecided, by)
	if e.Answers != "" {
		out = l.Say(wordDecidedOn, by, e.Answers)
	}
	if len(e.Votes) > 0 {
		out += l.Say(wordVotes, t.voted(e.Votes, sortie.For), t.voted(e.Votes, sortie.Against), t.voted(e.Votes, sortie.Abstain))
	}
	if g := e.Grants; g != nil {
		parts := t.strength(g.People, g.Equipment)
		if !g.Until.IsZero() {
			parts = append(parts, l.Say(wordGrantsUntil, l.Time(g.Until.In(t.zone))))
		}
		if len(g.Nations) > 0 {
			parts = append(parts, l.Say(wordGrantsAlso, l.List(g.Nations)))
		}
		if len(parts) > 0 {
			out += l.Say(wordGrants, strings.Join(parts, l.Say(wordThen)))
		}
	}
	return out
}

func (t teller) voted(votes map[string]sortie.Vote, as sortie.Vote) string {
	var nations []string
	for nation, vote := range votes {
		if vote == as {
			nations = append(nations, nation)
		}
	}
	sort.Strings(nations)
	return or(strings.Join(nations, " "), t.lang.Say(wordNobody))
}

func (t teller) strength(people, equipment *int) (out []string) {
	if people != nil {
		out = append(out, t.lang.Count(*people, wordPeople))
	}
	if equipment != nil {
		out = append(out, t.lang.Count(*equipment, wordItems))
	}
	return out
}

func (t teller) says(s *sortie.Says) (out []string) {
	if s == nil {
		return nil
	}
	l := t.lang
	if s.StartIn != nil {
		out = append(out, l.Say(wordStartsIn, l.Minutes(int(*s.StartIn))))
	}
	if !s.Start.IsZero() {
		out = append(out, l.Say(wordStartsAt, l.Time(s.Start.In(t.zone))))
	}
	if s.AtMost != nil {
		out = append(out, l.Say(wordTakesAtMost, l.Minutes(int(*s.AtMost))))
	}
	if !s.Deadline.IsZero() {
		out = append(out, l.Say(wordEndsBy, l.Time(s.Deadline.In(t.zone))))
	}
	if s.Gradual {
		out = append(out, l.Say(wordGradually))
	}
	return out
}

func (t teller) figures(figures []sortie.Figure) string {
	parts := make([]string, len(figures))
	for i, f := range figures {
		amount, precision := record.Value(f)
		value := t.amount(amount)
		if precision != record.Exact && precision != "" && amount.Word == "" {
			value = t.lang.Say(wordPrecisions[precision]) + " " + value
		}
		parts[i] = t.lang.Say(wordFigure, t.thing(f.What, f.Of, f.At), value)
	}
	return strings.Join(parts, t.lang.Say(wordThen))
}

// thing is what a figure is of.
func (t teller) thing(what, of, at string) string {
	return record.Difference{What: what, Of: of, At: at}.Name().In(t.lang)
}

func (t teller) amount(a sortie.Amount) string {
	if p, ok := wordAmounts[a.Word]; ok {
		return t.lang.Say(p)
	}
	return t.lang.Number(a.N, 2)
}
