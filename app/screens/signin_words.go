package screens

import (
	"errors"

	"fyne.io/fyne/v2/lang"

	"mejiro/api"
	"mejiro/api/miauth"
)

// AddressSentence says why an address cannot be signed in to.
func AddressSentence(err error) string {
	var fault *api.AddressError
	var unsupported *api.Unsupported
	switch {
	case errors.As(err, &fault):
		return faultSentence(fault.Fault)
	case errors.As(err, &unsupported):
		return unsupportedSentence(unsupported)
	}
	return Sentence(err)
}

func faultSentence(f api.AddressFault) string {
	switch f {
	case api.AddressEmpty:
		return lang.L("account.fault.empty")
	case api.AddressPath:
		return lang.L("account.fault.path")
	case api.AddressCredentials:
		return lang.L("account.fault.credentials")
	case api.AddressInsecure:
		return lang.L("account.fault.insecure")
	case api.AddressScheme:
		return lang.L("account.fault.scheme")
	case api.AddressPort:
		return lang.L("account.fault.port")
	case api.AddressHost, api.AddressTooLong:
	}
	return lang.L("account.fault.host")
}

func unsupportedSentence(e *api.Unsupported) string {
	words := map[string]any{"Host": e.Host, "Software": e.Software, "Version": e.Version}
	switch {
	case e.Lack == api.LackMiAuth:
		return lang.L("account.noMiAuth", words)
	case e.Software != "":
		return lang.L("account.notMisskeyBut", words)
	}
	return lang.L("account.notMisskey", words)
}

// unfinished reports whether an address may only not be typed to its end.
func unfinished(err error) bool {
	var fault *api.AddressError
	return errors.As(err, &fault) && (fault.Fault == api.AddressEmpty || fault.Fault == api.AddressHost)
}

// ApprovalSentence says why there is no approval.
func ApprovalSentence(err error) string {
	switch {
	case errors.Is(err, miauth.ErrNotApproved):
		return lang.L("account.notApproved")
	case errors.Is(err, miauth.ErrExpired):
		return lang.L("account.expired")
	case errors.Is(err, miauth.ErrLost):
		return lang.L("account.lost")
	}
	return Sentence(err)
}
