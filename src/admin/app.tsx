import { __ } from '@wordpress/i18n';
import { handover } from './data/handover';
import { HealthScreen } from './screens/health/health-screen';
import { RecordingsScreen } from './screens/recordings/recordings-screen';
import { RecordingScreen } from './screens/recording';
import { SettingsScreen } from './screens/settings/settings-screen';
import { WhatIsRecordedScreen } from './screens/what-is-recorded/what-is-recorded-screen';
import { ErrorBoundary } from './shell/error-boundary';
import { Header } from './shell/header';
import { NoticesProvider } from './shell/notices';
import type { Route } from './shell/route';
import { RouteLink, RoutingProvider, useRouting } from './shell/routing';
import { Screen } from './shell/screen';
import { TroubleProvider } from './shell/trouble';

const FOR_MANAGERS: readonly Route[ 'screen' ][] = [ 'settings', 'what-is-recorded', 'health' ];

/** The whole of Candid in wp-admin. */
export function App() {
	return (
		<ErrorBoundary>
			<RoutingProvider>
				<TroubleProvider>
					<NoticesProvider>
						<Header />
						<CurrentScreen />
					</NoticesProvider>
				</TroubleProvider>
			</RoutingProvider>
		</ErrorBoundary>
	);
}

function CurrentScreen() {
	const { route } = useRouting();
	const { can } = handover();
	const needed = FOR_MANAGERS.includes( route.screen ) ? can.manage : can.watch;
	// Somebody who may only change settings lands there instead of on a refusal.
	const shown: Route = ! needed && route.screen === 'recordings' && can.manage ? { screen: 'settings' } : route;

	// What stands in for another screen is not that screen: going there opens it anew.
	const key = shown === route ? shown.screen : 'instead';

	return (
		<ErrorBoundary key={ shown.screen === 'recording' ? shown.id : key }>
			{ needed || shown !== route ? <ScreenOf route={ shown } /> : <NotAllowed /> }
		</ErrorBoundary>
	);
}

function ScreenOf( { route }: { route: Route } ) {
	switch ( route.screen ) {
		case 'recordings':
			return <RecordingsScreen before={ route.before } />;
		case 'recording':
			return <RecordingScreen key={ route.id } id={ route.id } />;
		case 'settings':
			return <SettingsScreen />;
		case 'what-is-recorded':
			return <WhatIsRecordedScreen />;
		case 'health':
			return <HealthScreen />;
		case 'unknown':
			return (
				<Screen title={ __( 'There is no such screen', 'candid' ) }>
					<p>
						{ __( 'The address may be mistyped or from another version.', 'candid' ) }{ ' ' }
						<RouteLink to={ { screen: 'recordings', before: null } }>
							{ __( 'Go to the recordings', 'candid' ) }
						</RouteLink>
					</p>
				</Screen>
			);
	}
}

function NotAllowed() {
	return (
		<Screen title={ __( 'This screen is not open to you', 'candid' ) }>
			<p>
				{ __(
					'Your WordPress account lacks the permission for it. An administrator of this site can grant it.',
					'candid',
				) }
			</p>
		</Screen>
	);
}
