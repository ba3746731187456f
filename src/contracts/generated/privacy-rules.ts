/* Generated from plugin/schemas/privacy-rules.json by "npm run generate". Do not edit. */

export const PRIVACY_RULES = {
	"mask": "***",
	"limits": {
		"url": 8192,
		"list": 65536,
		"token": 4096,
		"run": 200,
		"css": 2097152
	},
	"autocomplete": {
		"sensitive": "(?:^|\\s)(?:cc-[a-z-]+|(?:current|new)-password|one-time-code|transaction-(?:amount|currency))(?:\\s|$)",
		"personal": "(?:^|\\s)(?:bday|tel|email|sex|impp|username|postal-code|organization)|(?:^|\\s)(?:street-)?address"
	},
	"patterns": {
		"suspicious": "@|\\d(?:[^\\dA-Za-z]{0,3}\\d){6}|[A-Z]{2}\\d\\d[ -]?[A-Z0-9]{3}|[A-Za-z0-9_-]{20}|-----BEGIN",
		"secret": "-----BEGIN[^-]{0,40}KEY[^-]{0,20}-----[\\s\\S]*?(?:-----END[^-]{0,60}-----|$)",
		"longToken": "[\\w.+=-]{20,}",
		"digitRun": "\\d(?:[    ‐-–-]{0,2}\\d){12,}",
		"cardStart": "^(?:[3-6]|2[2-7])",
		"ibanStart": "[A-Z]{2}\\d\\d(?:[   -]?[A-Z0-9]){11,30}",
		"ssn": "(^|[^\\d-])(?!000|666|9)\\d{3}([ -])(?!00)\\d{2}\\2(?!0000)\\d{4}(?![\\d-])",
		"email": "[^\\s @*<>()\\[\\]\",;:]{1,64}@[^\\s @*<>()\\[\\]\",;:]{1,200}\\.[^\\s @*<>()\\[\\]\",;:.\\d/?#&]{2,24}",
		"phone": "(^[  ]{0,20}|[^\\w.,+  -]|[^\\d ][  ]{1,3})(\\+\\d(?:[   ()./-]{0,3}\\d){7,14}|\\(?0\\d{1,4}\\)?(?:[  /-]{1,2}\\(?\\d{2,8}\\)?){1,5}|0[679]\\d{8,9}|\\(?[2-9]\\d{2}\\)?[  .-]\\d{3}[  .-]\\d{4}|[5-9]\\d{2}[  ]\\d{3}[  ](?!000)\\d{3}|[689]\\d[  ]\\d{3}[  ]\\d{2}[  ]\\d{2}|3\\d{2} \\d{6,7})(?![\\w%]|[.,]\\d)",
		"date": "^\\d{1,2}([ /-])\\d{1,2}\\1(?:19|20)\\d\\d(?!\\d)",
		"cssString": "\"[^\"\\\\\\n\\r\\f]*(?:\\\\(?:\\r\\n|[\\s\\S])[^\"\\\\\\n\\r\\f]*)*(?:\"|\\\\$)?|'[^'\\\\\\n\\r\\f]*(?:\\\\(?:\\r\\n|[\\s\\S])[^'\\\\\\n\\r\\f]*)*(?:'|\\\\$)?",
		"cssEscape": "\\\\(?:([0-9a-f]{1,6})(?:\\r\\n|\\s)?|\\r\\n|[\\n\\r\\f]|([\\s\\S])|$)",
		"cssUrl": "(?:\\\\?u|\\\\0*[57]5\\s*)(?:\\\\?r|\\\\0*[57]2\\s*)(?:\\\\?l|\\\\0*[46]c\\s*)\\(",
		"cssWord": "(?:[\\w-]|\\\\(?:[0-9a-f]{1,6}(?:\\r\\n|\\s)?|[^\\n\\r\\f]))[\\w-]*(?:\\\\(?:[0-9a-f]{1,6}(?:\\r\\n|\\s)?|[^\\n\\r\\f])[\\w-]*)*\\(?",
		"cssAddress": "^@(?:import|namespace|document)\\(?$|(?:url|prefix|domain|src|image|image-set|fade)\\($",
		"cssOrdinary": "^[.#]?1?(.)\\1*$|^(?:[^\\d]*\\d){0,2}[^\\d]*$",
		"viewport": "^(?:(?:^|[,; ]{1,5})[a-z-]{1,20}=(?:[a-z-]{1,20}|\\d{0,5}\\.?\\d{1,5})){1,11}[,; ]{0,5}$",
		"reference": "^#[\\w-]{1,64}$",
		"descriptor": "^[\\d.]{1,12}[wxh]$",
		"punycode": "xn--(?!\\S*\\d{12})[\\w-]+",
		"never": "^on|nonce|token|csrf|integrity|srcdoc|download|ping|^content$|rr_dataurl",
		"control": "^(?:input|textarea|select|option|optgroup|datalist|output)$",
		"controlRole": "(?:^|\\s)(?:textbox|searchbox|combobox|spinbutton|slider|option)(?:\\s|$)",
		"secretData": "nonce|token|secret|passw|csrf",
		"styleValue": "[\\s,/]+|#[0-9a-f]{3,8}(?![\\w-])|[+-]?[\\d.]+(?:e-?\\d+)?[a-z%]{0,5}(?![\\w-])|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|var|calc|min|max|clamp)\\([\\s\\w%#.,()+*/-]*\\)",
		"harmlessValue": "^(?:|true|false|mixed|yes|no|on|off|open|closed|show|hide|dark|light|auto|none|active|inactive|page|step|location|date|time|menu|listbox|tree|grid|dialog|polite|assertive|horizontal|vertical|ascending|descending|other|\\d{1,3})$",
		"staticFile": "\\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|m?js|woff2?|ttf|otf|eot|mp4|webm)$",
		"drawing": "[\\s,;%]+|[+-]?(?:\\d{0,4}\\.\\d+|\\d{1,4})(?:e-?\\d+)?(?:px|em|deg)?(?!\\d)|[a-z](?![a-z])|#[0-9a-f]{3,8}|url\\(#[\\w-]+\\)|(?:translate|rotate|scale|matrix|skew[xy]|rgba?|hsla?|var)\\(|\\)|(?:none|currentcolor|inherit|auto|round|square|miter|evenodd|nonzero|(?:userspaceonuse|objectboundingbox)|x(?:min|mid|max)y(?:min|mid|max)|meet|slice|start|middle|end|center|left|right|top|bold|normal|black|white|true|false)(?![a-z])",
		"dataUrl": "^data:(?:(?:font/|application/(?:x-)?font)[a-z0-9/+.-]{0,40}(?:;charset=[a-z0-9-]{1,20})?;base64,[a-z0-9+/=]*|image/(?:png|gif|jpeg|webp|avif);base64,[a-z0-9+/=]{0,1024})$"
	},
	"query": {
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
	},
	"attributes": {
		"url": "href src action formaction poster cite background xlink:href longdesc rr_src",
		"list": "srcset imagesrcset",
		"media": "src srcset poster background rr_src imagesrcset",
		"content": "value checked selected placeholder label aria-checked aria-selected aria-pressed aria-valuenow aria-valuetext aria-placeholder",
		"text": "title alt placeholder label summary abbr value",
		"kept": "rr_open_mode class id for rel role lang dir type name is slot part hidden disabled readonly required multiple tabindex target method enctype media sizes loading decoding align valign scope headers wrap open reversed controls autoplay loop muted playsinline crossorigin as charset http-equiv list form autocomplete inputmode contenteditable popover inert translate allowfullscreen nowrap usemap checked selected rr_mediastate data-rr-is-password xmlns xmlns:xlink version transform font-family color bgcolor in in2 result"
	},
	"markers": {
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
	}
} as const;
