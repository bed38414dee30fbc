package problem

import (
	"errors"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"sortie/internal/lang"
)

// Install makes huma answer with problems of this package, also for what it
// refuses itself, and describe lists as they are. Values that a client sent are
// not echoed.
func Install() {
	huma.DefaultArrayNullable = false // a list that has nothing in it is []
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		p := Told(status, ofHuma(message))
		if status >= http.StatusInternalServerError {
			return p // the cause is for the log alone
		}
		for _, err := range errs {
			var detailed huma.ErrorDetailer
			switch {
			case err == nil:
			case errors.As(err, &detailed):
				d := detailed.ErrorDetail()
				p.Errors = append(p.Errors, Detail{Location: d.Location, Message: ofHuma(d.Message)})
			default:
				p.Errors = append(p.Errors, Detail{Message: ofHuma(err.Error())})
			}
		}
		return p
	}
}

// ofHuma is what huma says, in every language. It says it in English, its
// arguments filled in; of what is not known there is a French sentence that is
// always right.
func ofHuma(message string) lang.Text {
	says, args := wordUnreadable, []any(nil)
	for _, known := range sayings() {
		if found := known.form.FindStringSubmatch(message); found != nil {
			says = known.says
			for _, f := range found[1:] {
				args = append(args, f)
			}
			break
		}
	}
	return lang.Each(func(l lang.Lang) string {
		if l == lang.EN {
			return message
		}
		return l.Say(says, args...)
	})
}

type saying struct {
	form *regexp.Regexp
	says lang.Phrase
}

// sayings are the phrases of huma with what finds them.
var sayings = sync.OnceValue(func() []saying {
	var out []saying
	for _, p := range humaSays {
		form := strings.ReplaceAll(regexp.QuoteMeta(p.EN), "%s", "(.*)")
		out = append(out, saying{regexp.MustCompile("(?s)^" + form + "$"), p})
	}
	return out
})
