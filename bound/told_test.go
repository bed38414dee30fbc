package bound_test

import (
	"context"
	"testing"

	"sortie/bound"
	"sortie/network"
)

// TestToldAsFound: what the paths prove is told before the borders are looked at, which takes seconds where missions are large; each that is
// told of proves more than the one before, and the last is the result.
func TestToldAsFound(t *testing.T) {
	n, err := network.Compile(handWorked(t, "one-shuttle"))
	if err != nil {
		t.Fatal(err)
	}
	var told []*bound.Result
	found := bound.Relax(context.Background(), n, bound.Everything(n), nil, func(r *bound.Result) { told = append(told, r) })
	if len(told) < 2 || told[0].Certificate.Kind != "path" || told[len(told)-1] != found {
		t.Fatalf("%d are told of, of which the last is the result: %v", len(told), len(told) > 0 && told[len(told)-1] == found)
	}
	for k := 1; k < len(told); k++ {
		if told[k].Closure <= told[k-1].Closure {
			t.Errorf("%s at %d is told of after %s at %d", told[k].Certificate.Kind, told[k].Closure, told[k-1].Certificate.Kind, told[k-1].Closure)
		}
	}
}
