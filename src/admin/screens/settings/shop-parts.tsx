import { __ } from '@wordpress/i18n';
import { shops } from '../../../contracts/generated/privacy-rules';

/** List of the parts that are masked in every shop, whatever the preset; nobody can change the list. */
export function ShopParts() {
	const places: Record<keyof typeof shops, string> = {
		cart: __( 'Cart', 'candid' ),
		checkout: __( 'Checkout', 'candid' ),
		order: __( 'Order received', 'candid' ),
		account: __( 'My account', 'candid' ),
	};
	return (
		<details className="candid-shop-parts">
			<summary>{ __( 'Always masked in WooCommerce: names, addresses, e-mail, coupons', 'candid' ) }</summary>
			<dl>
				{ ( Object.keys( places ) as ( keyof typeof shops )[] ).map( ( place ) => (
					<div key={ place }>
						<dt>{ places[ place ] }</dt>
						<dd>
							{ shops[ place ].map( ( selector ) => (
								<code key={ selector }>{ selector }</code>
							) ) }
						</dd>
					</div>
				) ) }
			</dl>
		</details>
	);
}
