export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A fault, as RFC 9457 has it. It never repeats what was sent. */
        Problem: {
            /**
             * Format: uri-reference
             * @description about:blank: the title tells the kind.
             */
            type: string;
            /** @description The kind of fault, in the language of Content-Language. */
            title: string;
            /** @description As the answer's status. */
            status: number;
            /** @description What is wrong and what to do. */
            detail: string;
            /** @description The kind of fault, for programs; never changes with the language. */
            code: string;
            /** @description Every fault of the input at once; empty where the fault is not one of the input. */
            errors: components["schemas"]["FieldProblem"][];
        };
        FieldProblem: {
            /** @description JSON pointer into the body; empty where the fault is of the query or of the whole. */
            pointer: string;
            /** @description For programs. */
            code: string;
            /** @description What is wrong and what to do. */
            detail: string;
        };
        /** @description What the answer was made from: the same request with the same versions and date gives the same bytes. */
        Versions: {
            /** @description Revision of the catalogue that was read. */
            catalog: number;
            /** @description Revision of the index. */
            index: number;
            vocabulary: string;
            weights: string;
            engine: string;
        };
        /** @description Stands where words signal danger. It removes nothing and raises nothing. */
        SafetyNotice: {
            /** @description What to do now. */
            text: string;
            /** @description Whom to call, first first. */
            contacts: {
                name: string;
                phone: string;
            }[];
        };
        /** @description What Kring read in the words of a need. */
        Understood: {
            /** @description Place of the need in the profile, from 0. */
            need: number;
            /** @enum {string} */
            kind: "wish" | "refusal" | "limit";
            /** @description Of the concept or the limit; what `not_meant` repeats. */
            name: string;
            /** @description The name as one says it. */
            label: string;
            /** @description What the match does with it. */
            effect: string | null;
            /** @description The part of the need's text that says so. */
            words: string;
            /** @description Where they begin, in code points of the text. */
            begin: number;
            /** @description And where they end. */
            end: number;
            /** @description The field of the profile that it fills in. */
            acts_on: {
                /** @description JSON pointer into the profile. */
                pointer: string;
                /** @description What the words put there. */
                value: unknown;
            } | null;
            /** @description The person did not mean it: it does nothing. */
            is_undone: boolean;
        };
        Gap: {
            /** @enum {string} */
            kind: "support" | "dimension";
            /** @enum {string} */
            name: "practical" | "emotional" | "informational" | "esteem" | "size" | "quality" | "stability" | "variety" | "density" | "reachability";
            /** @description How much is missing; null where it is not known. */
            gap: number | null;
            /** @description How much there is. */
            value: number | null;
            /**
             * @description What it is measured against: the person's own wish, a number of the literature, or nothing.
             * @enum {string}
             */
            yardstick: "wish" | "reference" | "none";
            /** @description Sentences with the numbers behind it. */
            evidence: string[];
            /** @description What to ask. */
            unknown: string[];
            before: {
                /** @description In the earlier map. */
                gap: number;
                /** @description In words. */
                change: string;
            } | null;
        };
        /** @description What kind of network it is. */
        Typology: {
            /** @enum {string} */
            name: "too_little_known" | "isolated" | "restricted" | "diverse" | "family_centred" | "friend_centred";
            text: string;
        };
        Loneliness: {
            /** @enum {string} */
            name: "close_bond" | "wider_circle";
            /** @description Null where it is not known. */
            gap: number | null;
            evidence: string[];
        };
        ContactChange: {
            /** @description Id in the profile. */
            contact: string;
            alias: string;
            /** @enum {string} */
            change: "new" | "gone" | "closer" | "further";
            text: string;
        };
        AskFirst: {
            /** @description JSON pointer into the profile, where the answer goes. */
            pointer: string;
            /** @description The question. */
            text: string;
        };
        /** @description What the network lacks. */
        GapAnswer: {
            /**
             * Format: date
             * @description The day that the answer is for.
             */
            date: string;
            versions: components["schemas"]["Versions"];
            safety: components["schemas"]["SafetyNotice"] | null;
            /** @description What was read in the words of the needs; `not_meant` in the profile undoes it. */
            understood: components["schemas"]["Understood"][];
            gaps: components["schemas"]["Gap"][];
            typology: components["schemas"]["Typology"] | null;
            loneliness: components["schemas"]["Loneliness"][];
            /** @description Since `network_before`. */
            network_changes: components["schemas"]["ContactChange"][];
            /** @description Questions whose answers would move the gaps most. */
            ask_first: components["schemas"]["AskFirst"][];
        };
        /** @description WGS 84 degrees. */
        Point: {
            latitude: number;
            longitude: number;
        };
        /** @description What an answer shows of an activity. Null is not known. */
        ActivityCard: {
            /** @description Id of an activity. */
            id: string;
            name: string;
            organization: string;
            /** @description The feed it comes from. */
            source: string;
            /** @description Ids of GET /v1/concepts. */
            concepts: string[];
            attendance: ("in_person" | "home_visit" | "phone" | "online")[];
            /** @enum {string|null} */
            group_size: "one_to_one" | "small_group" | "open_group" | "large_event" | "service" | null;
            venue: {
                name: string;
                city: string;
            } | null;
            /** @description Of a venue whose address the record tells; null for all else. */
            location: components["schemas"]["Point"] | null;
            phone: string | null;
            email: string | null;
            url: string | null;
            cost: {
                /** @description Euro. */
                per_session: number;
            } | null;
            waiting_weeks: number | null;
        };
        /** @description An activity to do together. */
        Occasion: {
            /** @description Id of an activity. */
            activity: string;
            text: string;
        };
        TieStep: {
            /** @enum {string} */
            name: "choose" | "rehearse" | "ask" | "look_back";
            text: string;
            who: string;
            /** Format: date */
            when: string;
        };
        /** @description A contact to see more. */
        TieSuggestion: {
            /** @description Id in the profile. */
            contact: string;
            alias: string;
            why: string[];
            occasion: components["schemas"]["Occasion"] | null;
            steps: components["schemas"]["TieStep"][];
        };
        ScorePart: {
            /** @enum {string} */
            name: "need_fit" | "gap_fit" | "text_fit" | "audience" | "nearness" | "size_fit" | "starts_soon" | "freshness";
            /** @description How well this part fits. */
            value: number;
            /** @description What it counts. */
            weight: number;
            /** @description round(value x weight), in whole multiples of 0.0001. */
            points: number;
        };
        Reason: {
            text: string;
            /** @enum {string} */
            part: "need_fit" | "gap_fit" | "text_fit" | "audience" | "nearness" | "size_fit" | "starts_soon" | "freshness";
            /** @description JSON pointer into the HSDS record. */
            field: string;
            /**
             * Format: date
             * @description When that was last checked.
             */
            checked_on: string | null;
        };
        /** @description What the record does not say. */
        Question: {
            /** @description What to ask. */
            text: string;
            /** @enum {string} */
            gate: "not_live" | "age" | "gender" | "area" | "travel" | "attendance" | "language" | "referral" | "access" | "cost" | "time" | "avoid";
            /** @description JSON pointer into the HSDS record. */
            field: string;
            /**
             * @description Which of the profile's access needs is not known; only at the gate access.
             * @enum {string}
             */
            access_need?: "wheelchair" | "accessible_toilet" | "step_free" | "hearing_loop" | "low_vision" | "quiet" | "assistance_dog";
        };
        ChangedWish: {
            /** @description JSON pointer into the profile. */
            pointer: string;
            /** @description As it is. */
            from: unknown;
            /** @description As it would be. */
            to: unknown;
        };
        Match: {
            rank: number;
            activity: components["schemas"]["ActivityCard"];
            /** @description The sum of the parts' points, exactly. */
            score: number;
            parts: components["schemas"]["ScorePart"][];
            reasons: components["schemas"]["Reason"][];
            questions: components["schemas"]["Question"][];
            /** @description Why it returns although it was tried before. */
            tried: string | null;
            travel: {
                /** @enum {string} */
                mode: "walk" | "wheelchair" | "bicycle" | "public_transport" | "car" | "lift";
                minutes: number;
            } | null;
            /** @description With the offset of the place. */
            next_sessions: string[];
            starts_in_days: number | null;
            /** Format: date */
            verified_on: string | null;
            first_step: string | null;
            /** @description The smallest change of wishes that would put it first. */
            counterfactual: {
                change: components["schemas"]["ChangedWish"];
                rank: number;
                text: string;
            } | null;
        };
        /** @description The smallest change of wishes that opens more. Never of age, safety, avoid or eligibility. */
        Relaxation: {
            changes: components["schemas"]["ChangedWish"][];
            text: string;
            /** @description Matches that it would open. */
            opens: number;
            examples: string[];
        };
        PortfolioEntry: {
            /** @description Id of an activity. */
            activity: string;
            /** @description Needs and gaps that those before it leave open. */
            adds: string[];
            /** @enum {string} */
            role: "member" | "early_start" | "bridge";
            /** @description On the ladder, the easiest first; null without a ladder. */
            step: number | null;
            go_on_when: string | null;
        };
        /** @description Who fits, in order, with the reasons. */
        MatchAnswer: {
            /**
             * Format: date
             * @description The day that the answer is for.
             */
            date: string;
            versions: components["schemas"]["Versions"];
            safety: components["schemas"]["SafetyNotice"] | null;
            /** @description What was read in the words of the needs; `not_meant` in the profile undoes it. */
            understood: components["schemas"]["Understood"][];
            gaps: components["schemas"]["Gap"][];
            typology: components["schemas"]["Typology"] | null;
            loneliness: components["schemas"]["Loneliness"][];
            /** @description Since `network_before`. */
            network_changes: components["schemas"]["ContactChange"][];
            /** @description Questions whose answers would move the gaps most. */
            ask_first: components["schemas"]["AskFirst"][];
            /** @description Where journeys begin: as sent, or the middle of the postcode. */
            home: components["schemas"]["Point"] | null;
            ties: components["schemas"]["TieSuggestion"][];
            /** @description By score, then id: the first `limit`, and members of the portfolio beyond. */
            matches: components["schemas"]["Match"][];
            /** @description What covers the most together, chosen from the first 50. */
            portfolio: string[];
            portfolio_entries: components["schemas"]["PortfolioEntry"][];
            /** @description In words. */
            portfolio_lacks: string | null;
            relaxations: components["schemas"]["Relaxation"][];
            /** @description How many were left out, by the first gate that says no. */
            excluded: {
                [key: string]: number;
            };
        };
        /** @description What the nurse's page asks, as a profile has it. */
        Handover: {
            language?: components["schemas"]["Profile"]["language"];
            date?: components["schemas"]["Profile"]["date"];
            moment?: components["schemas"]["Profile"]["moment"];
            sheet_language?: components["schemas"]["Profile"]["sheet_language"];
            person?: {
                age?: components["schemas"]["Profile"]["person"]["age"];
                postcode?: components["schemas"]["Profile"]["person"]["postcode"];
            };
            practical?: {
                travel?: components["schemas"]["Profile"]["practical"]["travel"];
                max_cost_per_session?: components["schemas"]["Profile"]["practical"]["max_cost_per_session"];
                start_within_days?: components["schemas"]["Profile"]["practical"]["start_within_days"];
                first_step_support?: components["schemas"]["Profile"]["practical"]["first_step_support"];
            };
            needs?: components["schemas"]["Profile"]["needs"]["items"][];
        };
        /** @description The way to the nurse's page. */
        HandoverTicket: {
            /** @description Opens once. */
            token: string;
            /**
             * Format: uri-reference
             * @description Begins with the public address of the service, where it has one.
             */
            link: string;
            /** Format: date-time */
            expires_at: string;
        };
        /** @description What the link has behind overdracht=. */
        HandoverClaim: {
            token: string;
        };
        PlanRequest: {
            profile: components["schemas"]["Profile"];
            /** @description At most three together. Default: the first of ties and portfolio. */
            chosen?: {
                /** @description Ids of activities. */
                activities?: string[];
                /** @description Ids of contacts. */
                ties?: string[];
            };
            /** @description In the person's words. */
            goal?: string;
            /** @description What person and worker agreed on themselves; stands in every form of the plan. */
            own_steps?: {
                text: string;
                who?: string;
                /** Format: date */
                by_date?: string;
            }[];
        };
        /** @description How to get into one activity. */
        Lead: {
            activity: components["schemas"]["ActivityCard"];
            /** @description When it is answered, and by whom. */
            phone_note: string | null;
            address: string | null;
            /** @enum {string|null} */
            referral: "none" | "registration" | "intake" | "referral" | "indication" | null;
            call: {
                /** @enum {string} */
                who: "person" | "together" | "professional";
                /** Format: date */
                by: string;
                text: string;
            };
            facts: string[];
            /** Format: date-time */
            first_meeting: string | null;
            first_meeting_text: string | null;
            questions: string[];
            tips: string[];
        };
        PlannedTie: {
            /** @description Id in the profile. */
            contact: string;
            alias: string;
            occasion: components["schemas"]["Occasion"] | null;
            steps: components["schemas"]["TieStep"][];
        };
        /** @description Either a tie, or an activity with what answers the same need. */
        Priority: {
            /** @enum {string} */
            kind: "tie" | "activity";
            tie: components["schemas"]["PlannedTie"] | null;
            lead: components["schemas"]["Lead"] | null;
            fallback: components["schemas"]["Lead"] | null;
        };
        /** @description The plan by the six building blocks of Methodisch Samen Werken. */
        Plan: {
            /**
             * Format: date
             * @description The day that the plan is made for.
             */
            date: string;
            versions: components["schemas"]["Versions"];
            /**
             * @description Of all sentences.
             * @enum {string}
             */
            language: "nl" | "en" | "tr" | "ar" | "pl" | "uk" | "ti";
            safety: components["schemas"]["SafetyNotice"] | null;
            /** @enum {string|null} */
            moment: "start_of_care" | "care_planning" | "discharge" | "moving_on" | "review" | null;
            /** @description What the moment sets. */
            defaults: {
                /** @description At most as many. */
                priorities: number;
                call_within_days: number;
                review_weeks: number;
            };
            goal: {
                text: string;
                /** Format: date */
                by: string;
                /** @enum {string} */
                origin: "given" | "wish" | "gap" | "need" | "general";
            };
            look_back: {
                going_well: string[];
                stopped: string[];
            };
            /** @description Most important first. */
            wishes: string[];
            priorities: components["schemas"]["Priority"][];
            /** @description Said at discharge where no lead surely begins in time without a referral. */
            late_start: string | null;
            /** @description As they were sent. */
            own_steps: {
                text: string;
                who: string | null;
                /** Format: date */
                by_date: string | null;
            }[];
            team: {
                /** @description Id in the profile; null for a worker. */
                contact: string | null;
                alias: string;
                tasks: {
                    text: string;
                    /** Format: date */
                    when: string | null;
                }[];
            }[];
            check_ups: {
                weeks: number;
                /** Format: date */
                date: string;
                question: string;
            }[];
            /** Format: date */
            review_on: string;
            /** Format: date */
            valid_until: string;
        };
        ReadPlace: {
            name: string;
            municipality: string | null;
            /** @description The words that name it; null where the filter does. */
            text: string | null;
            /** @description Null: within the place's own bounds. */
            radius_km: number | null;
        };
        /** @description How the search was understood. */
        ReadQuery: {
            /** @description As sent. */
            text: string;
            words: {
                text: string;
                /** @description Whose other words count as this one. */
                concepts: string[];
            }[];
            /** @description Words that no hit may hold. */
            without: string[];
            /** @description Small words. */
            ignored: string[];
            /** @description One is enough. */
            places: components["schemas"]["ReadPlace"][];
            spelling: {
                /** @description That no activity has. */
                word: string;
                /** @description What was searched in its place. */
                instead: string | null;
                /** @description That are as near. */
                others: string[];
            }[];
        };
        FoundWord: {
            word: string;
            /** @enum {string} */
            tier: "exact" | "stem" | "compound_part" | "synonym" | "typo";
            /** @description As the activity says it. */
            found: string | null;
            /** @description JSON pointer into the HSDS record. */
            field: string | null;
            excerpt: string | null;
            /** @description Of which source, where a duplicate of this activity holds the word; null where it does itself. */
            record: {
                id: string;
                source: string;
            } | null;
            /** @description In a sentence. */
            text: string;
        };
        Hit: {
            activity: components["schemas"]["ActivityCard"];
            /**
             * @description Of the weakest word; null without words.
             * @enum {string|null}
             */
            tier: "exact" | "stem" | "compound_part" | "synonym" | "typo" | null;
            missing_words: string[];
            /** @description Where and how it holds each word. */
            why: components["schemas"]["FoundWord"][];
            /** @description Filters, and the place that the text names, that are known to hold. */
            known: {
                filter: string;
                /** @description By what it holds. */
                text: string;
            }[];
            /** @description Filters whose fact is not known of it. */
            unknown: {
                filter: string;
                /** @description What to ask. */
                text: string;
            }[];
            /** @description From the first place asked for. */
            distance_meters: number | null;
            next_sessions: string[];
            /** Format: date */
            verified_on: string | null;
        };
        Facet: {
            /**
             * @description As the query parameter.
             * @enum {string}
             */
            field: "concept" | "municipality" | "attendance" | "groupSize" | "day" | "dayPart" | "referral" | "language" | "access" | "organization";
            label: string;
            values: {
                /** @description As the query parameter has it. */
                value: string;
                label: string;
                /** @description Hits that it would give, all other filters as they are. */
                count: number;
                is_chosen: boolean;
            }[];
            /** @description Hits of which nothing is known of the field. */
            unknown: number;
        };
        /** @description A page of hits. */
        ActivityPage: {
            /**
             * Format: date
             * @description The day that the answer is for.
             */
            date: string;
            versions: components["schemas"]["Versions"];
            safety: components["schemas"]["SafetyNotice"] | null;
            query: components["schemas"]["ReadQuery"];
            order: {
                /** @enum {string} */
                by: "relevance" | "distance" | "next_session" | "name" | "checked";
                /** @description The rule, in words. */
                text: string;
            };
            total_items: number;
            total_pages: number;
            page_number: number;
            /** @description Of this page. */
            size: number;
            first_page: boolean;
            last_page: boolean;
            empty: boolean;
            contents: components["schemas"]["Hit"][];
            facets: components["schemas"]["Facet"][];
        };
        Schedule: {
            /** @description RFC 5545. */
            rrule?: string;
            /** Format: date */
            first_day?: string;
            /** Format: date */
            last_day?: string;
            count?: number;
            /** @description Local time. */
            opens?: string;
            closes?: string;
            except?: string[];
            added?: {
                /** Format: date */
                day: string;
                opens?: string;
                closes?: string;
            }[];
            /** @description Of the IANA database. */
            zone: string;
            attendance?: ("in_person" | "home_visit" | "phone" | "online")[];
            description?: string;
        };
        Site: {
            key?: string;
            name?: string;
            street?: string;
            postcode?: string;
            city?: string;
            municipality?: string;
            country?: string;
            /** @description WGS 84. */
            latitude?: number;
            /** @description WGS 84. */
            longitude?: number;
            url?: string;
            transportation?: string;
            accessibility?: string[];
            schedules?: components["schemas"]["Schedule"][];
            attendance?: ("in_person" | "home_visit" | "phone" | "online")[];
        };
        /** @description One activity as the catalogue has it. What is not known is absent. */
        Activity: {
            /** @description Id of an activity. */
            id: string;
            name: string;
            description?: string;
            url?: string;
            email?: string;
            phones?: {
                number: string;
                description?: string;
            }[];
            organization: {
                id?: string;
                name?: string;
                description?: string;
                email?: string;
                url?: string;
            };
            /** @enum {string} */
            status: "active" | "inactive" | "defunct" | "temporarily closed";
            alert?: string;
            sites?: components["schemas"]["Site"][];
            schedules?: components["schemas"]["Schedule"][];
            areas?: {
                name: string;
                extent?: string;
            }[];
            costs?: {
                amount?: number;
                currency?: string;
                option?: string;
            }[];
            fees_description?: string;
            min_age?: number;
            max_age?: number;
            eligibility_description?: string;
            languages?: string[];
            tags?: string[];
            application_process?: string;
            wait_time?: string;
            /** Format: date */
            verified_on?: string;
            /** Format: date */
            modified_on?: string;
            /** @description Other records of the same activity. */
            same_as: {
                /** @description Id of an activity. */
                id: string;
                source: string;
            }[];
            /**
             * @description Whom alone its text lets in; absent: it keeps neither out.
             * @enum {string}
             */
            only_for?: "women" | "men";
            /** @description Languages spoken there, by the record or its text (BCP 47 primary subtags); absent: not known. */
            spoken?: string[];
            /** @description The record that answers show in its place; null: itself. */
            represented_by: string | null;
            /** @description Where these records differ. */
            conflicts: {
                field: string;
                values: {
                    /** @description Id of an activity. */
                    id: string;
                    source: string;
                    /** Format: date */
                    checked_on: string | null;
                    value: string;
                }[];
            }[];
        };
        /** @description The activity in the words of schema.org. */
        LinkedActivity: {
            "@context": unknown;
            "@type": unknown;
        } & {
            [key: string]: unknown;
        };
        PlaceList: {
            /** @description By name, then municipality. */
            places: {
                name: string;
                /** @description Tells places of one name apart. */
                municipality: string | null;
                /** @description In its middle. */
                postcode: string;
            }[];
        };
        ConceptList: {
            /** @description Of the vocabulary. */
            version: string;
            concepts: {
                id: string;
                /** @enum {string} */
                kind: "activity" | "gap" | "constraint" | "safety";
                /** @description As professionals say it. */
                label: {
                    nl: string;
                    en: string;
                };
                /** @description As a person says it. */
                plain: {
                    nl: string;
                    en: string;
                };
                supports: ("practical" | "emotional" | "informational" | "esteem")[];
                dimensions: ("size" | "quality" | "stability" | "variety" | "density" | "reachability")[];
            }[];
        };
        Live: {
            /** @enum {string} */
            status: "live";
        };
        Ready: {
            /** @enum {string} */
            status: "ready";
            versions: components["schemas"]["Versions"];
        };
        /**
         * Kring profile
         * @description What a match is made from: the person's practical limits, social network map, needs inventory and wishes. Every member is optional: an absent member means 'not known' and never counts against the person or an activity. Nothing in it identifies a person: no name, address, birth date or citizen number exists here.
         */
        Profile: {
            /**
             * @description Language of the reasons, questions and plan in the answer.
             * @default nl
             * @enum {unknown}
             */
            language?: "nl" | "en";
            /**
             * Format: date
             * @description Day the match is made for, Europe/Amsterdam. Default: today.
             */
            date?: string;
            person?: {
                /** @description Whole years. */
                age?: number;
                /** @enum {unknown} */
                gender?: "woman" | "man" | "other";
                /** @description BCP 47 tags the person can take part in, best first. */
                languages?: string[];
                /** @description Dutch PC4 or PC6 ('6512' or '6512 AB'); never guessed: an unknown one is an error. */
                postcode?: string;
                latitude?: number;
                /** @description WGS 84 degrees; with latitude it overrides postcode. */
                longitude?: number;
            };
            practical?: {
                /** @description How the person gets around, with the longest acceptable one-way journey. An empty list means housebound: only home visits, phone and online remain. */
                travel?: {
                    /**
                     * @description lift: someone else drives, community transport included.
                     * @enum {unknown}
                     */
                    mode: "walk" | "wheelchair" | "bicycle" | "public_transport" | "car" | "lift";
                    max_minutes: number;
                }[];
                /** @description Forms the person can use. Absent: all but those ruled out by travel. */
                attendance?: ("in_person" | "home_visit" | "phone" | "online")[];
                /** @description Free hours, local time, from < to. Absent: not known. */
                availability?: {
                    days: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                    from: string;
                    to: string;
                }[];
                /** @description Euro. */
                max_cost_per_session?: number;
                access_needs?: ("wheelchair" | "accessible_toilet" | "step_free" | "hearing_loop" | "low_vision" | "quiet" | "assistance_dog")[];
                /**
                 * @description Preferred size; a preference, not a limit.
                 * @enum {unknown}
                 */
                group_size?: "one_to_one" | "small_group" | "open_group";
                /** @description A professional can refer or has an indication (Wmo, GP). */
                can_get_referral?: boolean;
                /** @description The person would go only if someone comes along, or the first visit is made easy. */
                first_step_support?: boolean;
                /** @description After discharge, say: what starts later than this counts as waiting. */
                start_within_days?: number;
            };
            /** @description Social network map: at most 15 most important contacts. Aliases only. */
            network?: {
                /** Format: date */
                mapped_on?: string;
                contacts?: {
                    id: string;
                    /** @description As the person calls them ('zus', 'buurvrouw'); echoed in the answer, never stored or logged. */
                    alias?: string;
                    /** @enum {unknown} */
                    domain?: "household" | "family" | "friend" | "neighbour" | "work_school" | "club" | "professional" | "other";
                    /**
                     * @description 1 inner (most important) to 3 outer.
                     * @enum {unknown}
                     */
                    circle?: 1 | 2 | 3;
                    /**
                     * @description 1 hardly ever, 2 sometimes, 3 almost always; so too the next three.
                     * @enum {unknown}
                     */
                    practical_support?: 1 | 2 | 3;
                    /** @enum {unknown} */
                    emotional_support?: 1 | 2 | 3;
                    /** @enum {unknown} */
                    information_advice?: 1 | 2 | 3;
                    /** @enum {unknown} */
                    encouragement?: 1 | 2 | 3;
                    /**
                     * @description How often critical of the person; higher is worse; absent is unknown.
                     * @enum {unknown}
                     */
                    critical?: 1 | 2 | 3;
                    /**
                     * @description 1 not very close to 3 very close.
                     * @enum {unknown}
                     */
                    closeness?: 1 | 2 | 3;
                    /**
                     * @description A kind, not a rank.
                     * @enum {unknown}
                     */
                    help_direction?: "both_ways" | "to_contact" | "to_person";
                    /** @enum {unknown} */
                    frequency?: "never" | "few_times_a_year" | "monthly" | "weekly" | "daily";
                    /** @enum {unknown} */
                    known?: "less_than_1_year" | "1_to_5_years" | "more_than_5_years";
                    /** @description One-way journey between the person and the contact. */
                    travel_minutes?: number;
                    /**
                     * @description What the person wants with this contact.
                     * @enum {unknown}
                     */
                    wish?: "more_contact" | "same" | "less_contact" | "none";
                    interests?: string[];
                    /**
                     * @description Members of the map need not be persons; only persons count for support and size.
                     * @default person
                     * @enum {unknown}
                     */
                    kind?: "person" | "group" | "pet" | "place";
                }[];
                /** @description Pairs of contact ids who know each other; absent (not empty) means not asked. */
                ties?: string[][];
                /** @description The network the person wants: the first yardstick for every gap. */
                wanted?: {
                    contacts?: number;
                    confidants?: number;
                    visits_per_week?: number;
                    domains?: ("household" | "family" | "friend" | "neighbour" | "work_school" | "club")[];
                };
                /** @description Total scores of instruments taken elsewhere; soft signals only. */
                scores?: {
                    lsns6?: number;
                    de_jong_gierveld6_social?: number;
                    de_jong_gierveld6_emotional?: number;
                    zrm_social_network?: number;
                    zrm_participation?: number;
                };
            };
            /** @description Needs inventory. Each entry names a concept of the vocabulary, a text in the person's words, or both. */
            needs?: {
                concept?: string;
                text?: string;
                /**
                 * @description 3 most important.
                 * @default 2
                 * @enum {unknown}
                 */
                priority?: 1 | 2 | 3;
            }[];
            /** @description What Kring read in the words of a need (`understood` in the answer) and the person did not mean: it is shown and does nothing. */
            not_meant?: {
                /** @description Place of the need in `needs`, from 0. */
                need: number;
                /** @description Of a concept or limit. */
                name: string;
            }[];
            /** @description What the person likes or used to like doing, free words. */
            interests?: string[];
            /** @description Hard exclusions; never shown on a printed sheet. */
            avoid?: {
                concepts?: string[];
                words?: string[];
                activities?: string[];
                /** @description Ids or names. */
                organizations?: string[];
                /** @description Venue names or postcodes the person must not be sent to. */
                places?: string[];
                /** @description Times at which nothing may be proposed. */
                hours?: {
                    days: ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                    from: string;
                    to: string;
                }[];
            };
            /**
             * @description When in care the talk takes place: begin of help, care planning, discharge, moving to independent living, follow-up. It only sets defaults (start limit, number of leads, review date), which the answer shows.
             * @enum {unknown}
             */
            moment?: "start_of_care" | "care_planning" | "discharge" | "moving_on" | "review";
            /**
             * @description Language of the sheet's fixed sentences for the person; names, addresses and numbers are never translated. Default: language.
             * @enum {unknown}
             */
            sheet_language?: "nl" | "en" | "tr" | "ar" | "pl" | "uk" | "ti";
            /** @description An earlier map of the same person: the answer then tells each gap's change, and contacts new, gone or closer. */
            network_before?: components["schemas"]["Profile"]["network"];
            /** @description What the person would rather not (free words); lowers, never removes. */
            dislikes?: string[];
            /** @description What was tried before: an outcome other than going_well returns only when its reason no longer holds, and says so; what is going well is no lead. */
            tried?: {
                activity?: string;
                contact?: string;
                text?: string;
                /** @enum {unknown} */
                outcome: "going_well" | "stopped" | "never_got_in" | "refused";
                /** @enum {unknown} */
                reason?: "too_far" | "too_expensive" | "no_place" | "not_my_kind" | "too_busy" | "no_one_to_go_with" | "health" | "time" | "other";
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Problem = components['schemas']['Problem'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type Versions = components['schemas']['Versions'];
export type SafetyNotice = components['schemas']['SafetyNotice'];
export type Understood = components['schemas']['Understood'];
export type Gap = components['schemas']['Gap'];
export type Typology = components['schemas']['Typology'];
export type Loneliness = components['schemas']['Loneliness'];
export type ContactChange = components['schemas']['ContactChange'];
export type AskFirst = components['schemas']['AskFirst'];
export type GapAnswer = components['schemas']['GapAnswer'];
export type Point = components['schemas']['Point'];
export type ActivityCard = components['schemas']['ActivityCard'];
export type Occasion = components['schemas']['Occasion'];
export type TieStep = components['schemas']['TieStep'];
export type TieSuggestion = components['schemas']['TieSuggestion'];
export type ScorePart = components['schemas']['ScorePart'];
export type Reason = components['schemas']['Reason'];
export type Question = components['schemas']['Question'];
export type ChangedWish = components['schemas']['ChangedWish'];
export type Match = components['schemas']['Match'];
export type Relaxation = components['schemas']['Relaxation'];
export type PortfolioEntry = components['schemas']['PortfolioEntry'];
export type MatchAnswer = components['schemas']['MatchAnswer'];
export type Handover = components['schemas']['Handover'];
export type HandoverTicket = components['schemas']['HandoverTicket'];
export type HandoverClaim = components['schemas']['HandoverClaim'];
export type PlanRequest = components['schemas']['PlanRequest'];
export type Lead = components['schemas']['Lead'];
export type PlannedTie = components['schemas']['PlannedTie'];
export type Priority = components['schemas']['Priority'];
export type Plan = components['schemas']['Plan'];
export type ReadPlace = components['schemas']['ReadPlace'];
export type ReadQuery = components['schemas']['ReadQuery'];
export type FoundWord = components['schemas']['FoundWord'];
export type Hit = components['schemas']['Hit'];
export type Facet = components['schemas']['Facet'];
export type ActivityPage = components['schemas']['ActivityPage'];
export type Schedule = components['schemas']['Schedule'];
export type Site = components['schemas']['Site'];
export type Activity = components['schemas']['Activity'];
export type LinkedActivity = components['schemas']['LinkedActivity'];
export type PlaceList = components['schemas']['PlaceList'];
export type ConceptList = components['schemas']['ConceptList'];
export type Live = components['schemas']['Live'];
export type Ready = components['schemas']['Ready'];
export type Profile = components['schemas']['Profile'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
