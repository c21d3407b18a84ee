// Package account keeps who we are signed in as: the list of accounts in a
// file without secrets, and each account's token in the keyring of the
// operating system.
//
// Where there is no keyring, or it stays locked, a token may be kept in memory
// until the program ends; it is never written anywhere else.
//
// Book.List may be called anywhere. All else reads or writes files or asks the
// keyring, which may wait for somebody to type a password, and therefore runs
// off the Fyne goroutine.
package account
