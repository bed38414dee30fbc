package record_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"sortie"
	"sortie/missionfile"
	"sortie/record"
)

const page = "../docs/record.md"

var fence = regexp.MustCompile("(?s)```([a-z]+)\n(.*?)```\n")

// TestThePageIsTrue reads the missions of docs/record.md: the first has one note
// and nothing else, and the findings of the second are those printed below it
// (go test ./record -update writes them).
func TestThePageIsTrue(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var missions []*sortie.Mission
	printed := ""
	for _, block := range fence.FindAllStringSubmatch(string(text), -1) {
		switch block[1] {
		case "yaml":
			f := missionfile.Parse(fmt.Sprintf("record.md, mission %d", len(missions)+1), []byte(block[2]), nil)
			for _, d := range f.Diagnostics {
				if d.Rule != "assumed" {
					t.Error(d.Render("en"))
				}
			}
			if f.Failed() {
				t.Fatal("a mission of the page cannot be read")
			}
			missions = append(missions, f.Mission)
		case "text":
			printed = block[2]
		}
	}
	if len(missions) != 2 {
		t.Fatalf("%d missions", len(missions))
	}
	good := record.Findings(missions[0])
	if len(good) != 1 || good[0].Severity != sortie.Note || good[0].Rule != record.RuleFigures {
		t.Errorf("the first mission: %+v", good)
	}
	kinds := map[sortie.EntryKind]bool{}
	for _, e := range missions[0].Record {
		kinds[e.Kind] = true
	}
	if len(kinds) != 7 {
		t.Errorf("%d of 7 kinds have an example", len(kinds))
	}
	var b strings.Builder
	for _, f := range record.Findings(missions[1]) {
		fmt.Fprintf(&b, "%s: %s [%s]\n", f.Severity, f.Message, f.Rule)
	}
	if *update {
		out := strings.Replace(string(text), "```text\n"+printed+"```", "```text\n"+b.String()+"```", 1)
		if err := os.WriteFile(page, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if b.String() != printed {
		t.Errorf("the page prints\n%s\nnot\n%s", printed, b.String())
	}
	for _, rule := range []string{
		record.RuleReplaces, record.RuleRequest, record.RuleDecision, record.RuleVotes, record.RuleGrant, record.RulePledge, record.RuleContributor,
		record.RuleStart, record.RuleDeadline, record.RuleHandover, record.RuleFigures,
	} {
		if !strings.Contains(b.String(), "["+rule+"]") && rule != record.RuleFigures {
			t.Errorf("no message of %s is shown", rule)
		}
		if !strings.Contains(string(text), "`"+rule+"`") {
			t.Errorf("the page does not name %s", rule)
		}
	}
}
