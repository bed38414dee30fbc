package brief

import (
	"slices"
	"sort"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// Options say what the text itself may not.
type Options struct {
	Published sortie.Date // day of publication; zero: the text's own date
	Lang      string      // en, fr or ru; empty: told from the words
	Name      string      // of the file, for the draft's id
}

// Kind is what a fact is about.
type Kind string

// The kinds of fact.
const (
	Host         Kind = "host"
	Organisation Kind = "organisation"
	Contributor  Kind = "contributor"
	RequestedBy  Kind = "requested_by"
	DecidedBy    Kind = "decided_by"
	Speaker      Kind = "speaker"
	Personnel    Kind = "personnel"
	Equipment    Kind = "equipment"
	Aircraft     Kind = "aircraft"
	Flights      Kind = "flights"
	Start        Kind = "start"
	Duration     Kind = "duration"
	Deadline     Kind = "deadline"
	Event        Kind = "event"
	Detained     Kind = "detained"
	Dead         Kind = "dead"
	Injured      Kind = "injured"
	Damage       Kind = "damage"
	Place        Kind = "place"
	Origin       Kind = "source"
)

// Kinds lists every kind in the order in which facts are given.
var Kinds = []Kind{Host, Organisation, Contributor, RequestedBy, DecidedBy, Speaker, Personnel, Equipment, Aircraft, Flights, Start, Duration, Deadline, Event, Detained, Dead, Injured, Damage, Place, Origin}

// Fact is something that the text says, with the bytes that say it.
type Fact struct {
	Kind      Kind      `json:"kind"`
	Value     any       `json:"value" doc:"Number, code, name or date; nil where only dozens and the like were said."`
	Unit      string    `json:"unit"`
	Precision Precision `json:"precision"`
	Date      string    `json:"date" doc:"YYYY-MM-DD."`
	Who       string    `json:"who" doc:"Country or organisation."`
	Text      string    `json:"text"`
	Start     int       `json:"start" doc:"Bytes [Start, End) of the file."`
	End       int       `json:"end"`
	Rule      lang.Text `json:"rule,omitzero" doc:"How a date came about."`
	Also      string    `json:"also,omitempty" doc:"The other reading of a date, the later one."`
	Sentence  Words     `json:"sentence"`

	reckoned bool // a date that was reckoned from a length of time
}

// Words is a passage of the file.
type Words struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Warning is something that is no fact, or a fact with a doubt.
type Warning struct {
	Kind  string    `json:"kind"`
	Text  string    `json:"text"`
	Start int       `json:"start"`
	End   int       `json:"end"`
	Why   lang.Text `json:"why"`
}

// Named is the warning's kind in words.
func (w Warning) Named() lang.Text { return kindNames[w.Kind].Text() }

// Brief is what an announcement says.
type Brief struct {
	Published string    `json:"published"`
	Lang      string    `json:"lang"`
	Facts     []Fact    `json:"facts"`
	Warnings  []Warning `json:"warnings"`

	name  string
	title Words
	kind  sortie.OperationKind
	slow  bool // "gradually" was said
}

// UndatedError is a text whose times cannot be resolved: nobody said when it
// was published.
type UndatedError struct{ Why lang.Text }

func (e *UndatedError) Error() string { return e.Why.String() }

// Said is the reason in every language.
func (e *UndatedError) Said() lang.Text { return e.Why }

// Read reads an announcement. It returns an [InputError] where the file is no
// text that can be read, and an [UndatedError] where the date of publication is
// neither given nor said.
func Read(data []byte, o Options) (*Brief, error) {
	c, note, err := detect(data)
	if err != nil {
		return nil, err
	}
	r := &reading{data: data, set: c, Brief: &Brief{Facts: []Fact{}, Warnings: []Warning{}, name: o.Name}}
	if isHTML(data) {
		r.page = readHTML(data, c)
	} else {
		r.page = readPlain(data, c)
	}
	if !note.IsZero() {
		r.Warnings = append(r.Warnings, Warning{Kind: "encoding", Why: note})
	}
	if err := r.language(o.Lang); err != nil {
		return nil, err
	}
	r.cutWords()
	r.setAside()
	if err := r.date(o.Published); err != nil {
		return nil, err
	}
	r.understand()
	r.find()
	r.tidy()
	return r.Brief, nil
}

// reading is a text while it is read.
type reading struct {
	*Brief
	data      []byte
	set       charset
	page      *page
	lex       *lexicon
	published sortie.Date
	words     [][]token // of each block
	sents     []*sentence
	host      string
	issuer    string // country whose office put the text out
	orgs      []string
	people    map[string]string // last names → country
	labels    map[int]label     // countries that head paragraphs, by block
	begins    []sortie.Date
	ends      []sortie.Date
	ending    []limit
}

// find looks for every kind of fact, or says that there is none.
func (r *reading) find() {
	if why := r.elsewhere(); !why.IsZero() {
		r.Warnings = append(r.Warnings, Warning{Kind: "nothing_found", Why: why})
		return
	}
	r.knowPeople()
	r.findHost()
	r.findIssuer()
	r.findOrganisations()
	r.leaveOutOthers()
	r.findLabels()
	r.findQuantities()
	r.findContributors()
	r.findActors()
	r.findSpeakers()
	r.findDates()
	r.findPlaces()
	r.findSources()
	r.findKind()
	if !slices.ContainsFunc(r.Facts, func(f Fact) bool { return f.Kind != Origin && f.Kind != Place && f.Kind != Speaker }) {
		r.Facts = []Fact{}
		r.Warnings = append(r.Warnings, Warning{Kind: "nothing_found", Why: nothingFound})
	}
}

// add keeps a fact, tokens [from, to) of a sentence; one that was said before
// is not said again.
func (r *reading) add(s *sentence, from, to int, f Fact) {
	for i := range r.Facts {
		g := &r.Facts[i]
		sure := g.Precision == f.Precision || f.Kind == Start || f.Kind == Deadline
		if g.Kind == f.Kind && g.Value == f.Value && sure && (g.Date == f.Date || f.Date == "" || g.Date == "") && (g.Who == f.Who || f.Who == "" || g.Who == "") && g.Unit == f.Unit {
			if g.Who == "" {
				g.Who = f.Who
			}
			if g.Date == "" {
				g.Date = f.Date
			}
			return
		}
	}
	w := r.wordsAt(s.span(from, to))
	f.Text, f.Start, f.End = w.Text, w.Start, w.End
	f.Sentence = r.wordsAt(s.span(0, len(s.toks)))
	r.Facts = append(r.Facts, f)
}

func (r *reading) warn(s *sentence, from, to int, kind string, why lang.Text) {
	w := r.wordsAt(s.span(from, to))
	for _, old := range r.Warnings {
		if old.Kind == kind && old.Start == w.Start && old.End == w.End {
			return
		}
	}
	r.Warnings = append(r.Warnings, Warning{kind, w.Text, w.Start, w.End, why})
}

// wordsAt is the passage of the file behind a range of the flat text.
func (r *reading) wordsAt(from, to int) Words {
	start, end := r.page.span(from, to)
	return Words{r.decoded(start, end), start, end}
}

// decoded is the file's bytes [start, end) as UTF-8: the bytes themselves in a
// file that is UTF-8.
func (r *reading) decoded(start, end int) string {
	raw := r.data[start:end]
	if r.set.table == nil {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	var b strings.Builder
	for _, c := range raw {
		b.WriteRune(r.set.table.DecodeByte(c))
	}
	return b.String()
}

// tidy orders facts by kind and place, warnings by place.
func (r *reading) tidy() {
	order := map[Kind]int{}
	for i, k := range Kinds {
		order[k] = i
	}
	sort.SliceStable(r.Facts, func(i, j int) bool {
		a, b := r.Facts[i], r.Facts[j]
		if order[a.Kind] != order[b.Kind] {
			return order[a.Kind] < order[b.Kind]
		}
		return a.Start < b.Start
	})
	sort.SliceStable(r.Warnings, func(i, j int) bool { return r.Warnings[i].Start < r.Warnings[j].Start })
	if n := len(r.Warnings); n > maxWarnings {
		r.Warnings = append(r.Warnings[:maxWarnings], Warning{Kind: "more", Why: moreWarnings.Text(n - maxWarnings)})
	}
}

const maxWarnings = 200
