package missionfile

import (
	"fmt"

	"sortie"
	"sortie/internal/lang"
)

// recordHangsTogether looks for what entries answer, replace and hand over.
func recordHangsTogether(c *checker) {
	for i := range c.m.Record {
		e := &c.m.Record[i]
		path := fmt.Sprintf("record[%d]", i)
		if e.Answers != "" && c.known(anEntry, e.Answers, c.entries, nil, "%s.answers", path) {
			if kind := c.m.Record[c.entries[e.Answers]].Kind; kind != sortie.Request && kind != "" {
				c.fail(path+".answers", "record-answers", say(answersOnly, e.Answers, lang.Phrase{EN: withArticle(string(kind)), FR: string(kind)}), sentence{})
			}
		}
		if e.Replaces != "" && c.known(anEntry, e.Replaces, c.entries, nil, "%s.replaces", path) && c.entries[e.Replaces] >= i {
			c.fail(path+".replaces", "record-order", say(standsBelow, e.Replaces), say(appendOnly))
		}
		if e.Task != "" {
			c.known(aTask, e.Task, c.tasks, nil, "%s.task", path)
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
			hint := say(oneNumber)
			switch {
			case given == 0:
				c.report(c.decoder.missing(), path, "record-figure", say(noNumber, figureName(f)), hint)
			case given > 1:
				c.fail(path, "record-figure", say(manyNumbers, figureName(f), given), hint)
			}
		}
	}
}

func figureName(f *sortie.Figure) sentence {
	if f.What == "" {
		return say(thisFigure)
	}
	return asWritten(f.What)
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
		hint := say(writeSources)
		switch {
		case len(e.Figures) > 0:
			c.report(c.decoder.missing(), path, "record-source", say(noFigureFrom, e.ID), hint)
		case e.People != nil || e.Equipment != nil || e.Grants != nil:
			c.doubt(path, "record-source", say(noFigureFrom, e.ID), hint)
		}
	}
}
