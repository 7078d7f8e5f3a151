package org.larum.app.api.measure;

import org.larum.app.rulebook.RuleBook;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.measure.CountedTable;
import org.larum.projections.measure.FigureTable;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.measure.OutageTable;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of measures together. */
@Configuration(proxyBeanMethods = false)
public class MeasureConfiguration {

    @Bean
    MeasureAnswers measureAnswers(JdbcClient jdbc, Names names) {
        return new MeasureAnswers(new FigureTable(jdbc), new CountedTable(jdbc), new OutageTable(jdbc), names);
    }

    @Bean
    BusinessDesk businessDesk(MeasureAnswers answers, FeedbackAnswers feedback, RuleBook rules) {
        return new BusinessDesk(answers, feedback, rules);
    }
}
