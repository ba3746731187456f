/* Generated from plugin/rules/privacy-rules.json by "npm run generate". Do not edit. */

export const mask = "***" as const;

export const keys = "[rs]k_(?:live|test)_\\w+|sk-(?:ant|proj|svcacct|admin)-[\\w-]{4,}|gh[oprsu]_[A-Za-z0-9]{4,}|github_pat_\\w{4,}|gl(?:pat|ptt|dt|rt|ft|cbt|soat|oas)-[\\w.-]{4,}|AKIA[A-Z0-9]{4,}|ASIA(?:[A-Z0-9]{16}(?![A-Za-z0-9])|(?=[A-Z]{0,15}[2-7])[A-Z2-7]{8,})|AIza[\\w-]{4,}|ya29\\.[\\w-]{4,}|xox[abceprs]-[\\w-]{4,}|shp(?:at|ca|pa|ss)_[A-Za-z0-9]{4,}|whsec_[\\w+/=-]{4,}|SG\\.(?=[A-Za-z_.-]{0,90}\\d)[\\w-]{8,}(?:\\.[\\w-]*)?|key-(?:(?=\\d{0,40}[a-f])(?=[a-f]{0,40}\\d)[0-9a-f]{8,}|(?=[a-z]{0,40}\\d)[0-9a-z]{14,})|npm_(?=[A-Za-z]{0,40}\\d)[A-Za-z0-9]{8,}|c[ks]_(?=[a-f]{0,40}\\d)[0-9a-f]{8,}|eyJ[\\w-]{4,}(?:\\.[\\w-]*){0,5}" as const;

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

export const shops = {
	"cart": [
		".shipping-calculator-form",
		".wc-block-components-shipping-calculator-address",
		".woocommerce-shipping-destination",
		".wc-block-components-shipping-address",
		".wc-block-components-totals-shipping-address-summary",
		".cart-discount",
		".wc-block-components-totals-discount__coupon-list",
		".woocommerce-remove-coupon"
	],
	"checkout": [
		".wc-block-components-address-card",
		".woocommerce-SavedPaymentMethods-token"
	],
	"order": [
		".woocommerce-customer-details",
		".customer_details",
		".woocommerce-column--billing-address",
		".woocommerce-column--shipping-address",
		".woocommerce-customer-details--phone",
		".woocommerce-customer-details--email",
		".woocommerce-order-overview__email",
		".woocommerce-OrderUpdates",
		".wc-block-order-confirmation-billing-address",
		".wc-block-order-confirmation-shipping-address",
		".wc-block-order-confirmation-summary-list-item__value",
		".wc-block-order-confirmation-additional-fields",
		".wc-block-order-confirmation-totals__note",
		".wc-block-order-confirmation-create-account"
	],
	"account": [
		".woocommerce-MyAccount-content",
		".woocommerce-Address",
		".woocommerce-Addresses",
		".woocommerce-MyAccount-paymentMethods"
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
