package examples

import "testing"

const page = "Text.\n```console\n$ sortie version\nold\n$ sortie check x\none\ntwo\n… 9 more lines\n```\nMore.\n```sh\n$ not this\n```\n"

func TestFindsCommandsWithTheirOutput(t *testing.T) {
	got := Find(page)
	if len(got) != 2 {
		t.Fatalf("found %d examples, want 2: %+v", len(got), got)
	}
	if got[0].Command != "sortie version" || got[0].Output != "old\n" || got[0].Line != 3 {
		t.Errorf("first example is %+v", got[0])
	}
	if got[1].Shown != 2 {
		t.Errorf("second example shows %d lines, want 2", got[1].Shown)
	}
}

func TestRefreshKeepsTheTextAndCutsLongOutput(t *testing.T) {
	got, err := Refresh(page, func(command string) (string, error) {
		if command == "sortie version" {
			return "new\n", nil
		}
		return "1\n2\n3\n4\n", nil
	})
	want := "Text.\n```console\n$ sortie version\nnew\n$ sortie check x\n1\n2\n… 2 more lines\n```\nMore.\n```sh\n$ not this\n```\n"
	if err != nil || got != want {
		t.Errorf("got %q, %v\nwant %q", got, err, want)
	}
}
