// Package sandbox is a pretend Meta on this computer: a Graph API with a
// memory, and the pages of Business settings that go with it.
//
// It serves three ends: people rehearse on it, support staff train on it, and
// every test runs against it. It answers the way live Graph was seen to answer,
// odd shapes included, which is not always the way its specification says.
//
// One server holds every scenario at the same time. The token a call carries
// decides which of them answers, so a rate limit or an outage belongs to one
// scenario and never disturbs another.
//
// It listens on 127.0.0.1 only, keeps everything in memory, and stops with the
// program.
//
// A scenario is a definition in scenario_list.go or scenario_training.go: it
// changes a small business where everything is ready. What Graph answers is in
// the files graph_*.go, the pages in page_*.go.
package sandbox
