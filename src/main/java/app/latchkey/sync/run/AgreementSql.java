package app.latchkey.sync.run;

/** How doors and purchases differ, by the standings of the last run. Within a space's scope. */
public final class AgreementSql {

    /**
     * The kind of a standing's difference; null where it is none. Whoever is in by hand and entitled agrees, and what is held because
     * something could not be read may agree.
     */
    public static final String KIND = """
            case when verdict = 'HELD_GRANT' and reason = 'space-watching' then 'MISSING'
                 when verdict = 'HELD_REMOVAL' and reason = 'space-watching' then 'OVER'
                 when verdict = 'WITHHELD' then 'WITHHELD'
                 when verdict = 'BY_HAND' and because = '[]' and customer_id is null then 'NO_CUSTOMER'
                 when verdict = 'BY_HAND' and because = '[]' then 'NOT_BOUGHT' end
            """;

    /** How many people there are, and how many of them agree. */
    public static final String COUNTED = """
            select count(*) as people, count(*) filter (where agrees) as agreeing
            from (select person, bool_and((""" + KIND + """
            ) is null) as agrees from standing group by person) people
            """;

    private AgreementSql() {}
}
