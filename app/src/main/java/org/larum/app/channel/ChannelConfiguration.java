package org.larum.app.channel;

import org.larum.app.config.Settings;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.outbound.GuardedHttp;
import org.larum.app.outbound.Reach;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Time;
import org.larum.notifiers.email.EmailChannel;
import org.larum.notifiers.telephone.TwilioProbe;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    HouseChannels houseChannels(RuleBook rules) {
        return new HouseChannels(rules);
    }

    @Bean
    Checks channelChecks(
            HouseChannels channels,
            LogBriefing briefing,
            EmailChannel mail,
            OwnFaults faults,
            JdbcClient jdbc,
            Settings settings,
            Time time) {
        var twilio = new TwilioProbe(new GuardedHttp(Reach.ANY_BUT_SPECIAL), time);
        var page = new Link(settings.url() + "/channels", "Channels");
        return new Checks(channels, new Providers(briefing, mail, twilio), new CheckTable(jdbc), faults, page);
    }

    @Bean
    CheckClock checkClock(Checks checks) {
        return new CheckClock(checks);
    }

    @Bean
    Health channelHealth(JdbcClient jdbc, Checks checks) {
        return new Health(new FiguresTable(jdbc), checks);
    }
}
