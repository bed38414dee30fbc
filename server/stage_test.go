package server

import (
	"testing"
	"time"

	"sortie"
)

func TestStage(t *testing.T) {
	start := time.Date(2022, 1, 13, 0, 0, 0, 0, time.UTC)
	deadline, closure := start.AddDate(0, 0, 10), start.AddDate(0, 0, 6)
	decided := []sortie.Entry{{ID: "r", Kind: sortie.Request}, {ID: "d", Kind: sortie.Decision}}
	for _, tc := range []struct {
		name    string
		kind    sortie.OperationKind
		record  []sortie.Entry
		closure *time.Time
		days    int // after the start
		want    Stage
	}{
		{"asked", sortie.Deployment, decided[:1], nil, -2, Asked},
		{"decided", sortie.Deployment, decided, nil, -2, Decided},
		{"deploying", sortie.Deployment, decided, &closure, 1, Deploying},
		{"deployed by plan", sortie.Deployment, decided, &closure, 7, InPlace},
		{"not yet by deadline", sortie.Deployment, decided, nil, 7, Deploying},
		{"deployed by deadline", sortie.Deployment, decided, nil, 11, InPlace},
		{"to be withdrawn", sortie.Withdrawal, nil, nil, -2, InPlace},
		{"withdrawing", sortie.Withdrawal, decided, &closure, 1, Withdrawing},
		{"withdrawn", sortie.Withdrawal, decided, &closure, 6, Closed},
		{"rotating", sortie.Rotation, decided, &closure, 1, InPlace},
		{"to be evacuated", sortie.Evacuation, decided, nil, -2, Decided},
		{"evacuating", sortie.Evacuation, nil, nil, 1, Withdrawing},
	} {
		m := &sortie.Mission{Record: tc.record, Operation: sortie.Operation{Kind: tc.kind, Start: start, Deadline: deadline}}
		if got := stage(m, tc.closure, start.AddDate(0, 0, tc.days)); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}
