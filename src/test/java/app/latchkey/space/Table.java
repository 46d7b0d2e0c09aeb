package app.latchkey.space;

import java.util.Set;

/**
 * A table as PostgreSQL's catalogue has it.
 *
 * @param ofSpaces whether it has a space_id
 * @param secured whether row-level security is both enabled and forced
 * @param scopes those its migration names
 */
record Table(String name, boolean ofSpaces, boolean secured, Set<String> scopes) {

    @Override
    public String toString() {
        return name;
    }
}
