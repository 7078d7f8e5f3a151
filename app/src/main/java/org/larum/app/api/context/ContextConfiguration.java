package org.larum.app.api.context;

import static org.larum.app.LarumConfiguration.LIVE;

import javax.sql.DataSource;
import org.larum.app.api.catalogue.Catalogue;
import org.larum.app.api.catalogue.Drawing;
import org.larum.app.api.catalogue.Surroundings;
import org.larum.app.config.Weights;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBookStakes;
import org.larum.domain.shared.Time;
import org.larum.projections.change.ChangeAnswers;
import org.larum.projections.change.ChangeTable;
import org.larum.projections.incident.HealthAnswers;
import org.larum.projections.incident.HealthTable;
import org.larum.projections.incident.Ratings;
import org.larum.projections.incident.SimilarAnswers;
import org.larum.projections.incident.SimilarTable;
import org.larum.projections.postmortem.ActionTable;
import org.larum.projections.postmortem.KnowledgeTable;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemTable;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What answers for the catalogue and for what stands around an incident. */
@Configuration(proxyBeanMethods = false)
public class ContextConfiguration {

    /** In seconds, the least that can be said: what nobody waits for any more does not go on in the database. */
    private static final int LONGEST_STATEMENT = 1;

    @Bean
    Ratings ratings(RuleBook rules) {
        return new Ratings(new RuleBookStakes(rules), Weights.from(System.getenv()));
    }

    @Bean
    ChangeAnswers changeAnswers(JdbcClient jdbc, Json json, Names names) {
        return new ChangeAnswers(new ChangeTable(jdbc, json, LIVE), names);
    }

    @Bean
    Catalogue catalogue(RuleBook rules, Names names, JdbcClient jdbc, ChangeAnswers changes) {
        var healths = new HealthAnswers(new HealthTable(jdbc));
        return new Catalogue(rules, names, healths, changes, new Surroundings(rules, names, healths));
    }

    @Bean
    Drawing drawing(RuleBook rules, Catalogue catalogue, JdbcClient jdbc) {
        return new Drawing(rules, catalogue, new HealthAnswers(new HealthTable(jdbc)));
    }

    @Bean(destroyMethod = "close")
    ContextDesk contextDesk(RuleBook rules, DataSource database, Json json, Names names, Time time) {
        var template = new JdbcTemplate(database);
        template.setQueryTimeout(LONGEST_STATEMENT);
        var jdbc = JdbcClient.create(template);
        var healths = new HealthAnswers(new HealthTable(jdbc));
        return new ContextDesk(
                rules,
                new Surroundings(rules, names, healths),
                healths,
                new ChangeAnswers(new ChangeTable(jdbc, json, LIVE), names),
                new SimilarAnswers(new SimilarTable(jdbc, json), names),
                new TimelineAnswers(new TimelineTable(jdbc, json, LIVE), names),
                new PostmortemAnswers(
                        new PostmortemTable(jdbc, json, LIVE),
                        new ActionTable(jdbc, json, LIVE),
                        new KnowledgeTable(jdbc, LIVE),
                        names),
                time);
    }
}
