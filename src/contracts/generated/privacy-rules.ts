/* Generated from plugin/rules/privacy-rules.json by "npm run generate". Do not edit. */

export const mask = "***" as const;

export const query = {
	"keys": [
		"page",
		"paged",
		"product-page",
		"per_page",
		"orderby",
		"order",
		"sort",
		"min_price",
		"max_price",
		"rating_filter",
		"stock_status",
		"on_sale",
		"lang",
		"locale",
		"currency",
		"view",
		"cat",
		"product_cat",
		"product_tag",
		"post_type",
		"p",
		"page_id",
		"ver",
		"size",
		"color",
		"colour",
		"variant"
	],
	"prefixes": [
		"utm_",
		"filter_",
		"query_type_",
		"attribute_"
	]
} as const;

export const markers = {
	"sensitive": [
		"[data-candid~=sensitive i]"
	],
	"block": [
		"[data-candid~=block i]",
		".rr-block",
		"[data-recording-disable]",
		"[data-sl=exclude]",
		".sentry-block",
		"[data-sentry-block]",
		".ph-no-capture",
		"[data-openreplay-hidden]",
		"[data-dd-privacy=hidden]",
		".dd-privacy-hidden",
		".mp-block",
		".amp-block",
		".highlight-block",
		".fs-exclude",
		"[data-hj-suppress]",
		".data-hj-suppress",
		"[data-private]:not([data-private=redact],[data-private=lipsum])"
	],
	"mask": [
		"[data-candid~=mask i]",
		".rr-mask",
		"[data-recording-ignore~=mask]",
		"[data-recording-sensitive]",
		"[data-sl=mask]",
		".sentry-mask",
		"[data-sentry-mask]",
		".ph-mask",
		"[data-clarity-mask]:not([data-clarity-mask=false i])",
		"[data-openreplay-obscured]",
		"[data-openreplay-masked]",
		"[data-dd-privacy^=mask]",
		".dd-privacy-mask",
		".dd-privacy-mask-user-input",
		".mp-mask",
		".mp-sensitive",
		".amp-mask",
		".highlight-mask",
		".fs-mask",
		"[data-private]",
		"[data-matomo-mask]",
		".matomo-mask",
		".lo-sensitive",
		".losensitive",
		".CodeMirror",
		".ace_editor",
		".monaco-editor"
	],
	"ignore": [
		"[data-candid~=ignore i]",
		".rr-ignore",
		"[data-recording-ignore]",
		"[data-sl=ignore]",
		".sentry-ignore",
		"[data-sentry-ignore]",
		".ph-ignore-input",
		".mp-no-track",
		".highlight-ignore"
	],
	"allow": [
		"[data-candid~=allow i]"
	]
} as const;
