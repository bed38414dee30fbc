package jobs

import (
	"cmp"
	"encoding/json"
	"time"

	"sortie/internal/lang"
)

// mostDeaths is how many workers a run may have taken with it before it is no
// longer tried.
const mostDeaths = 3

// record is a run as JetStream keeps it. It is written whole, and only over the
// revision that the writer has seen.
type record struct {
	Run
	Claim   string    `json:"claim,omitempty"`  // of the worker that works on it: a new one each time
	Last    time.Time `json:"last,omitzero"`    // when a worker last began it
	Deaths  int       `json:"deaths,omitempty"` // workers that fell silent over it
	HasFrom bool      `json:"has_from,omitempty"`
	Size    int64     `json:"size"`           // of mission and plan to start from, bytes
	Best    string    `json:"best,omitempty"` // object with its best plan
	Kept    Progress  `json:"kept,omitzero"`  // how good that plan is
}

// held is a record as this process has seen it.
type held struct {
	record
	rev    uint64
	seen   time.Time // when this revision came in, by this machine's own clock
	orphan bool      // its worker was in a process that is no more
}

func (r *record) missionObject() string { return r.ID + ".mission" }
func (r *record) fromObject() string    { return r.ID + ".from" }
func (r *record) planObject() string    { return r.ID + ".plan." + newID() }

// needs reports whether the run has use for an object.
func (r *record) needs(object string) bool {
	return object == r.Best || !r.State.ended()
}

// begin gives the run to a worker. What was told of plans that went down with the
// worker before is taken back.
func (r *record) begin(now time.Time, worker string, cores int) {
	if r.State == Waiting {
		r.State = Running
	}
	if r.Begun.IsZero() {
		r.Begun = now
	}
	spent := r.Progress
	r.Progress = r.Kept
	r.Progress.Seconds, r.Progress.Iterations = spent.Seconds, spent.Iterations
	r.Claim, r.Worker, r.Cores, r.Last = newID(), worker, cores, now
	r.Tries++
}

// end makes a run end, with its best plan if it has one. reason says why it ended
// early; zero where it did not.
func (r *record) end(now time.Time, reason lang.Text) {
	r.State, r.Error = Done, reason
	if r.Best == "" {
		r.State = Failed
		r.Error = cmp.Or(reason, reasonNoPlan)
	}
	r.Ended, r.Claim, r.Worker, r.Cores = now, "", "", 0
}

// handBack makes a run wait for another worker.
func (r *record) handBack() { r.State, r.Claim, r.Worker, r.Cores = Waiting, "", "", 0 }

// left is how much of the search is left.
func (r *record) left() (time.Duration, int) {
	seconds := time.Duration((r.Seconds - r.Progress.Seconds) * float64(time.Second))
	return max(0, seconds), max(0, r.Iterations-r.Progress.Iterations)
}

// spent reports whether nothing of the search is left.
func (r *record) spent() bool {
	seconds, iterations := r.left()
	return seconds == 0 || r.Iterations > 0 && iterations == 0
}

func decode(data []byte) (record, error) {
	var r record
	err := json.Unmarshal(data, &r)
	r.Error = reasonOf(r.Error)
	return r, err
}
