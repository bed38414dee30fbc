package access

import "context"

type principalKey struct{}

// With is a context that carries who asks.
func With(ctx context.Context, p Principal) context.Context {
	return context.WithValue(ctx, principalKey{}, p)
}

// From is who asks; the zero Principal where nobody has signed in.
func From(ctx context.Context) Principal {
	p, _ := ctx.Value(principalKey{}).(Principal)
	return p
}
