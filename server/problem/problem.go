// Package problem is how the API says what went wrong: problem details (RFC
// 9457), with a pointer into the file, the mission or the request for each
// thing that is wrong. A problem says what to do; it tells nothing of the
// machine, and what only the operator should see stays in the log.
package problem

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie"
	"sortie/internal/lang"
	"sortie/missionfile"
)

// Type is the media type of problem details.
const Type = "application/problem+json"

// Problem is the body of every answer that is not a success.
type Problem struct {
	Type     string    `json:"type,omitempty" format:"uri-reference" doc:"What kind of problem it is; absent: what the status says."`
	Title    string    `json:"title" doc:"The status in words."`
	Status   int       `json:"status" doc:"HTTP status code."`
	Detail   lang.Text `json:"detail,omitzero" doc:"What is wrong, and what to do about it."`
	Instance string    `json:"instance,omitempty" doc:"Id of this occurrence; the operator finds it in the log."`
	Errors   []Detail  `json:"errors,omitempty" doc:"Each thing that is wrong, in the order of the file."`
	More     int       `json:"more,omitempty" doc:"How many more there are past those listed."`
	Conflict *Conflict `json:"conflict,omitempty" doc:"Who was first, where somebody else changed the mission."`

	header http.Header
}

// Detail is one thing that is wrong. A finding about a mission has a rule and a
// severity; what is wrong with the request itself has neither.
type Detail struct {
	Location string          `json:"location,omitempty" doc:"Where it is in the file as file:line:column, from 1; of a workbook as file:sheet!cell; or in the request, such as query.limit."`
	Path     string          `json:"path,omitempty" doc:"Where it is in the mission, such as units[3].to; of a change of many units with the unit's id as a JSON string in place of its position."`
	Message  lang.Text       `json:"message" doc:"What is wrong."`
	Hint     lang.Text       `json:"hint,omitzero" doc:"What may have been meant, or what to do."`
	Rule     string          `json:"rule,omitempty" doc:"Name of the rule, such as unknown-id."`
	Severity sortie.Severity `json:"severity,omitempty" enum:"error,doubt,note" doc:"What it means for planning."`
}

// Conflict is another's change that came first.
type Conflict struct {
	Actor   string    `json:"actor" doc:"Account that changed the mission."`
	At      time.Time `json:"at" doc:"When it did."`
	Changed int64     `json:"changed" doc:"Ledger entry of the change; the mission's ETag now."`
}

// New is a problem of the status. Details are format and arguments, as of
// [fmt.Sprintf].
func New(status int, format string, args ...any) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: lang.Plain(fmt.Sprintf(format, args...))}
}

// Error is the problem's detail.
func (p *Problem) Error() string { return p.Detail.String() }

// GetStatus is the status to answer with.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders are headers of the answer, to which huma may add.
func (p *Problem) GetHeaders() http.Header {
	if p.header == nil {
		p.header = http.Header{}
	}
	return p.header
}

// ContentType is the media type of the answer.
func (p *Problem) ContentType(string) string { return Type }

// With adds a header to the answer.
func (p *Problem) With(name, value string) *Problem {
	p.GetHeaders().Set(name, value)
	return p
}

// mostDetails is how many things a problem lists; the rest are counted.
const mostDetails = 200

// Findings is the problem of a mission or plan that cannot be used as it is:
// its errors first, each with its place in the file.
func Findings(status int, detail string, found []missionfile.Diagnostic, more int) *Problem {
	p := New(status, "%s", detail)
	for _, errs := range []bool{true, false} {
		for _, d := range found {
			if (d.Severity == sortie.Error) == errs {
				p.Errors = append(p.Errors, Of(d))
			}
		}
	}
	p.More = more
	if n := len(p.Errors); n > mostDetails {
		p.Errors, p.More = p.Errors[:mostDetails], more+n-mostDetails
	}
	return p
}

// Of is a diagnostic as a detail.
func Of(d missionfile.Diagnostic) Detail {
	return Detail{Location: Location(d), Path: d.Path, Message: d.Message, Hint: d.Hint, Rule: d.Rule, Severity: d.Severity}
}

// Location is a diagnostic's place as file:line:column, or file:sheet!cell. What was not sent as a
// file, but put together here, has no place but its path.
func Location(d missionfile.Diagnostic) string {
	switch {
	case d.Line == 0 || d.File == "":
		return d.File
	case d.Cell != "":
		return d.File + ":" + d.Cell
	}
	return fmt.Sprintf("%s:%d:%d", d.File, d.Line, d.Col)
}

// Install makes huma answer with problems of this package, also for what it
// refuses itself, and describe lists as they are. Values that a client sent are
// not echoed.
func Install() {
	huma.DefaultArrayNullable = false // a list that has nothing in it is []
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		p := New(status, "%s", message)
		if status >= http.StatusInternalServerError {
			return p // the cause is for the log alone
		}
		for _, err := range errs {
			var detailed huma.ErrorDetailer
			switch {
			case err == nil:
			case errors.As(err, &detailed):
				d := detailed.ErrorDetail()
				p.Errors = append(p.Errors, Detail{Location: d.Location, Message: lang.Plain(d.Message)})
			default:
				p.Errors = append(p.Errors, Detail{Message: lang.Plain(err.Error())})
			}
		}
		return p
	}
}
