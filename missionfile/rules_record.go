package missionfile

import (
	"fmt"

	"sortie"
)

// recordHangsTogether looks for what entries answer, replace and hand over.
func recordHangsTogether(c *checker) {
	for i := range c.m.Record {
		e := &c.m.Record[i]
		path := fmt.Sprintf("record[%d]", i)
		if e.Answers != "" && c.known("record entry", e.Answers, c.entries, nil, "%s.answers", path) {
			if kind := c.m.Record[c.entries[e.Answers]].Kind; kind != sortie.Request && kind != "" {
				c.fail(path+".answers", "record-answers", fmt.Sprintf("%q is a %s; a decision answers a request", e.Answers, kind), "")
			}
		}
		if e.Replaces != "" && c.known("record entry", e.Replaces, c.entries, nil, "%s.replaces", path) && c.entries[e.Replaces] >= i {
			c.fail(path+".replaces", "record-order", fmt.Sprintf("%q does not stand above this entry", e.Replaces), "the record is append-only: a correction stands below what it replaces")
		}
		if e.Task != "" {
			c.known("task", e.Task, c.tasks, nil, "%s.task", path)
		}
	}
}

// figuresHaveOneAmount asks each figure for exactly one number, in one
// precision.
func figuresHaveOneAmount(c *checker) {
	for i := range c.m.Record {
		for j := range c.m.Record[i].Figures {
			f := &c.m.Record[i].Figures[j]
			given := 0
			for _, amount := range []*sortie.Amount{f.Exact, f.About, f.AtLeast, f.AtMost} {
				if amount != nil {
					given++
				}
			}
			path := fmt.Sprintf("record[%d].figures[%d]", i, j)
			hint := "write exactly one of exact, about, at_least and at_most"
			switch {
			case given == 0:
				c.report(c.decoder.missing(), path, "record-figure", fmt.Sprintf("%s has no number", or(f.What, "this figure")), hint)
			case given > 1:
				c.fail(path, "record-figure", fmt.Sprintf("%s has %d numbers", or(f.What, "this figure"), given), hint)
			}
		}
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// figuresHaveSources holds to it that every figure keeps its source: one of a
// report cannot stand without; one that is promised or granted is doubted.
func figuresHaveSources(c *checker) {
	for i := range c.m.Record {
		e := &c.m.Record[i]
		if len(e.Sources) > 0 {
			continue
		}
		path := fmt.Sprintf("record[%d]", i)
		hint := "write sources: [s1], and list s1 under sources"
		switch {
		case len(e.Figures) > 0:
			c.report(c.decoder.missing(), path, "record-source", fmt.Sprintf("the figures of entry %q have no source", e.ID), hint)
		case e.People != nil || e.Equipment != nil || e.Grants != nil:
			c.doubt(path, "record-source", fmt.Sprintf("the figures of entry %q have no source", e.ID), hint)
		}
	}
}
