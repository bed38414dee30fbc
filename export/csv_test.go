package export

import "testing"

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "150": "150", "-3.5": "-3.5", "unit": "unit", "=1+1": "'=1+1", "+cmd": "'+cmd", "@sum": "'@sum", "-2+3": "'-2+3", "\tx": "'\tx",
	} {
		if got := inert(in); got != want {
			t.Errorf("inert(%q) is %q, want %q", in, got, want)
		}
	}
}
