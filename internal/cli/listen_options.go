package cli

import (
	"errors"
	"log/slog"
	"net/netip"
	"net/url"
	"os"

	"sortie/server/guard"
	"sortie/server/signin"
)

// configError words an option of sign-in that cannot be followed.
func (e *env) configError(err error) error {
	var fault *signin.ConfigError
	if errors.As(err, &fault) {
		return usageError(e.lang.Say(wordOptionWrong, fault.Option, fault.Why.In(e.lang)))
	}
	return err
}

// rateOf is how many requests a second are let through. On a laptop where
// nobody signs in, all of them are its user's own.
func rateOf(e *env, flag string, given *float64, signsIn bool, otherwise float64) (float64, error) {
	switch {
	case given != nil && *given < 0:
		return 0, usageError(e.lang.Say(wordRateForm, flag))
	case given != nil:
		return *given, nil
	case signsIn:
		return otherwise, nil
	}
	return 0, nil
}

func (f *listenFlags) external(e *env) (*url.URL, error) {
	if f.External == "" {
		return nil, nil
	}
	u, err := url.Parse(f.External)
	if err != nil {
		u = &url.URL{}
	}
	return u, e.configError(signin.CheckExternal(u))
}

// proxies are the declared ones. A range of every address would let anybody
// say for whom they ask.
func (f *listenFlags) proxies(e *env) (list []netip.Prefix, err error) {
	for _, text := range f.Proxy {
		p, err := netip.ParsePrefix(text)
		if addr, single := netip.ParseAddr(text); single == nil {
			p, err = netip.PrefixFrom(addr, addr.BitLen()), nil
		}
		switch {
		case err != nil:
			return nil, usageError(e.lang.Say(wordProxyForm, text))
		case p.Bits() == 0:
			return nil, usageError(e.lang.Say(wordProxyAll, text))
		}
		list = append(list, p)
	}
	return list, nil
}

func (f *listenFlags) certificate(e *env, log *slog.Logger) (*guard.Certificate, error) {
	if (f.TLSCert == "") != (f.TLSKey == "") {
		return nil, usageError(e.lang.Say(wordTLSBoth))
	}
	if f.TLSCert == "" {
		return nil, nil
	}
	cert, err := guard.LoadCertificate(f.TLSCert, f.TLSKey, log)
	if err != nil {
		return nil, usageError(e.lang.Say(wordTLSFailed, err))
	}
	return cert, nil
}

func (f *listenFlags) provider(e *env, external *url.URL) (p signin.Provider, err error) {
	if signin.Mode(f.SignIn) != signin.OpenID {
		for _, given := range []struct{ flag, value string }{{"--openid-issuer", f.Issuer}, {"--openid-client", f.Client}, {"--openid-secret-file", f.SecretFile}, {"--openid-mapping", f.Mapping}} {
			if given.value != "" {
				return p, usageError(e.lang.Say(wordOnlyOpenID, given.flag))
			}
		}
		return p, nil
	}
	p = signin.Provider{Issuer: f.Issuer, Client: f.Client, External: external}
	if f.SecretFile != "" {
		if p.Secret, err = e.secret(f.SecretFile); err != nil {
			return p, err
		}
	}
	if f.Mapping != "" {
		text, err := e.slurpFile(f.Mapping)
		if err != nil {
			return p, err
		}
		if p.Mapping, err = signin.ReadMapping(text); err != nil {
			return p, e.configError(err)
		}
	}
	return p, nil
}

func (e *env) slurpFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, e.unreadable(name, err)
	}
	defer file.Close()
	return e.slurp(file, name)
}
