package signin

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// callback is where the provider sends people back to.
const callback = "/api/session/openid/callback"

// How long the provider is waited for.
const (
	discoverFor  = time.Minute
	discoverStep = 2 * time.Second
	answerWithin = 10 * time.Second
)

// provider is an OpenID Connect provider that has been found.
type provider struct {
	issuer   string
	mapping  Mapping
	client   *http.Client
	oauth    oauth2.Config
	verifier *oidc.IDTokenVerifier
}

// discover asks the provider where its addresses are, until it answers.
func discover(ctx context.Context, c Provider, now func() time.Time) (*provider, error) {
	client := &http.Client{Timeout: answerWithin}
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, client), discoverFor)
	defer cancel()
	for {
		found, err := oidc.NewProvider(ctx, c.Issuer)
		if err == nil {
			return &provider{
				issuer:  c.Issuer,
				mapping: c.Mapping,
				client:  client,
				oauth: oauth2.Config{
					ClientID: c.Client, ClientSecret: c.Secret, Endpoint: found.Endpoint(),
					RedirectURL: c.External.JoinPath(callback).String(),
					Scopes:      append([]string{oidc.ScopeOpenID, "profile"}, c.Mapping.Scopes...),
				},
				verifier: found.VerifierContext(oidc.ClientContext(context.Background(), client), &oidc.Config{ClientID: c.Client, Now: now}),
			}, nil
		}
		var other *oidc.IssuerMismatchError
		if errors.As(err, &other) {
			return nil, misconfigured("--openid-issuer", wordIssuerOther, other.Discovered)
		}
		select {
		case <-ctx.Done():
			return nil, misconfigured("--openid-issuer", wordIssuerSilent, err)
		case <-time.After(discoverStep):
		}
	}
}

// question is what one browser was sent to the provider with. It is kept in
// that browser's session and used once.
type question struct {
	state    string // ties the answer to the browser that asked
	nonce    string // ties the ID token to this question
	verifier string // PKCE: ties the code to this question
}

func newQuestion() question {
	return question{state: rand.Text(), nonce: rand.Text(), verifier: oauth2.GenerateVerifier()}
}

// address is where the browser is sent.
func (p *provider) address(q question) string {
	return p.oauth.AuthCodeURL(q.state, oidc.Nonce(q.nonce), oauth2.S256ChallengeOption(q.verifier))
}

// answer makes of the provider's answer who it was, as issuer and subject, and
// what the claims make of them.
func (p *provider) answer(ctx context.Context, q question, state, code string) (subject string, c claimed, err error) {
	if q.state == "" || subtle.ConstantTimeCompare([]byte(state), []byte(q.state)) != 1 {
		return "", c, errors.New("the state is not that of this browser's question")
	}
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, p.client), answerWithin)
	defer cancel()
	token, err := p.oauth.Exchange(ctx, code, oauth2.VerifierOption(q.verifier))
	if err != nil {
		return "", c, fmt.Errorf("the code was not taken: %w", err)
	}
	raw, _ := token.Extra("id_token").(string)
	id, err := p.verifier.Verify(ctx, raw)
	if err != nil {
		return "", c, fmt.Errorf("the ID token does not hold: %w", err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(q.nonce)) != 1 {
		return "", c, errors.New("the nonce of the ID token is not that of this question")
	}
	if id.Subject == "" {
		return "", c, errors.New("the ID token has no subject")
	}
	var claims json.RawMessage
	var party struct {
		Authorized string `json:"azp"`
	}
	if err := errors.Join(id.Claims(&claims), id.Claims(&party)); err != nil {
		return "", c, err
	}
	// OpenID Connect Core 3.1.3.7: of several audiences, azp says whose it is.
	if len(id.Audience) > 1 && party.Authorized != p.oauth.ClientID {
		return "", c, errors.New("the ID token was issued to another client")
	}
	c, err = p.mapping.read(claims)
	return p.issuer + " " + id.Subject, c, err
}
