package explain

import (
	"testing"

	"sortie"
	"sortie/internal/lang"
)

func exactly(n float64) *sortie.Amount { return &sortie.Amount{N: n} }

func TestReportedSorties(t *testing.T) {
	on := sortie.Date{Year: 2022, Month: 1, Day: 14}
	report := func(id, by string, figures ...sortie.Figure) sortie.Entry {
		return sortie.Entry{ID: id, Kind: sortie.Report, By: by, On: on, Figures: figures}
	}
	m := mission()
	m.Fleets[0].Nation = "RU"
	m.Record = []sortie.Entry{
		report("by", "RU", sortie.Figure{What: "sorties", Of: "plane", At: "a", Exact: exactly(10)}),
		report("am", "RU", sortie.Figure{What: "sorties", Of: "plane", At: "c", AtLeast: exactly(3)}),
		report("whole", "RU", sortie.Figure{What: "sorties", At: "a", Exact: exactly(5)}, // 4 planes and one other
			sortie.Figure{What: "sorties", Of: "plane", At: "a", Exact: exactly(4)}),
		report("press", "press", sortie.Figure{What: "sorties", Exact: exactly(20)}),
		report("past", "RU", sortie.Figure{What: "landings-past-day", Exact: exactly(40)}),
		report("elsewhere", "RU", sortie.Figure{What: "sorties", At: "b", Exact: exactly(99)}),
		report("wrong", "RU", sortie.Figure{What: "sorties", At: "a", Exact: exactly(99)}),
		{ID: "corrected", Kind: sortie.Report, By: "RU", On: on, Replaces: "wrong"},
		{ID: "before", Kind: sortie.Report, By: "RU", On: sortie.Date{Year: 2022, Month: 1, Day: 2}, Figures: []sortie.Figure{{What: "sorties", Exact: exactly(9)}}},
	}
	days := ReportedSorties(m)
	day := days[on]
	if len(days) != 1 || day == nil {
		t.Fatalf("got %+v, want one day", days)
	}
	if day.Sorties != (AtLeast{18, true}) || day.ByType["plane"] != (AtLeast{17, true}) {
		t.Errorf("got %v by type %v, want at least 18 of which 17 planes", day.Sorties, day.ByType)
	}
	if len(day.Others) != 2 || day.Others[0].String() != "20 sorties (press)" || day.Others[1].String() != "40 landings past day (past)" || day.Others[1].In(lang.FR) != "40 atterrissages des dernières 24 heures (past)" {
		t.Errorf("beside them stand %q", day.Others)
	}
	if s := day.Sorties.String(); s != "≥ 18" {
		t.Errorf("written %q", s)
	}
}

func TestLastOut(t *testing.T) {
	p := plan(position("f/1", 0), fly("f/1", 0, 150), fly("f/2", 5, 250), position("f/3", 90))
	if last, ok := LastOut(mission(), p); !ok || last.ID != 3 {
		t.Errorf("got movement %d, want 3", last.ID)
	}
}
