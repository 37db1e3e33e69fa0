-- Made by: python -m tests.older_databases.make RELEASE 1.0
--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: access_records_stay(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.access_records_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'access records are never changed'; END $$;


--
-- Name: public_generation_articles_article(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_article() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.id)) OR (TG_OP IN ('UPDATE', 'DELETE') AND EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.id)) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_articlepicture(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_articlepicture() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.article_id)) OR (TG_OP IN ('UPDATE', 'DELETE') AND EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.article_id)) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_articletext(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_articletext() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND NEW.state = 'published') OR (TG_OP IN ('UPDATE', 'DELETE') AND OLD.state = 'published') OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_picture(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_picture() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = NEW.id)) OR (TG_OP IN ('UPDATE', 'DELETE') AND EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = OLD.id)) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_picturetext(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_picturetext() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = NEW.picture_id)) OR (TG_OP IN ('UPDATE', 'DELETE') AND EXISTS (SELECT 1 FROM articles_articlepicture WHERE picture_id = OLD.picture_id)) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_reference(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_reference() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = NEW.article_id)) OR (TG_OP IN ('UPDATE', 'DELETE') AND EXISTS (SELECT 1 FROM articles_articletext WHERE state = 'published' AND article_id = OLD.article_id)) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_topic(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_topic() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND TRUE) OR (TG_OP IN ('UPDATE', 'DELETE') AND TRUE) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_articles_topicname(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_articles_topicname() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND TRUE) OR (TG_OP IN ('UPDATE', 'DELETE') AND TRUE) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_clinic_site_clinic(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_clinic_site_clinic() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND TRUE) OR (TG_OP IN ('UPDATE', 'DELETE') AND TRUE) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_clinic_site_closure(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_clinic_site_closure() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND TRUE) OR (TG_OP IN ('UPDATE', 'DELETE') AND TRUE) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_clinic_site_interfacereview(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_clinic_site_interfacereview() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND TRUE) OR (TG_OP IN ('UPDATE', 'DELETE') AND TRUE) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


--
-- Name: public_generation_clinic_site_openingperiod(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.public_generation_clinic_site_openingperiod() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    IF (TG_OP IN ('INSERT', 'UPDATE') AND TRUE) OR (TG_OP IN ('UPDATE', 'DELETE') AND TRUE) OR TG_OP = 'TRUNCATE' THEN
        IF current_setting('clinic.generation_replaced_at', true) IS DISTINCT FROM statement_timestamp()::text THEN
            INSERT INTO clinic_site_publicgeneration (id, number)
            VALUES (1, hashtextextended(gen_random_uuid()::text, 0))
            ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
            PERFORM set_config('clinic.generation_replaced_at', statement_timestamp()::text, true);
        END IF;
    END IF;
    RETURN NULL;
END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: articles_article; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_article (
    id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    byline character varying(100) NOT NULL,
    next_review_on date,
    topic_id bigint NOT NULL
);


--
-- Name: articles_article_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_articlepicture; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_articlepicture (
    id bigint NOT NULL,
    place smallint NOT NULL,
    article_id bigint NOT NULL,
    picture_id bigint NOT NULL,
    CONSTRAINT article_picture_place_is_known CHECK ((place <= 20)),
    CONSTRAINT articles_articlepicture_place_check CHECK ((place >= 0))
);


--
-- Name: articles_articlepicture_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_articlepicture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_articlepicture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_articletext; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_articletext (
    id bigint NOT NULL,
    language character varying(10) NOT NULL,
    slug character varying(120) NOT NULL,
    title character varying(120) NOT NULL,
    summary character varying(250) NOT NULL,
    body text NOT NULL,
    emergency_signs text NOT NULL,
    urgent_signs text NOT NULL,
    visit_signs text NOT NULL,
    state character varying(10) NOT NULL,
    reviewed_by character varying(100) NOT NULL,
    reviewed_on date,
    unreviewed_because character varying(250) NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    source_version integer,
    reviewed_version integer,
    indexed_title text NOT NULL,
    indexed_top text NOT NULL,
    indexed_text text NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT article_text_state_is_known CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying])::text[]))),
    CONSTRAINT articles_articletext_reviewed_version_check CHECK ((reviewed_version >= 0)),
    CONSTRAINT articles_articletext_source_version_check CHECK ((source_version >= 0)),
    CONSTRAINT articles_articletext_version_check CHECK ((version >= 0)),
    CONSTRAINT published_text_is_reviewed_or_says_why_not CHECK (((NOT ((state)::text = 'published'::text)) OR (NOT ((reviewed_by)::text = ''::text)) OR (NOT ((unreviewed_because)::text = ''::text)))),
    CONSTRAINT review_has_person_day_and_version CHECK (((((reviewed_by)::text = ''::text) AND (reviewed_on IS NULL) AND (reviewed_version IS NULL)) OR ((NOT ((reviewed_by)::text = ''::text)) AND (reviewed_on IS NOT NULL) AND (reviewed_version IS NOT NULL)))),
    CONSTRAINT translations_and_only_they_have_a_source_version CHECK (((((language)::text = 'en'::text) AND (source_version IS NULL)) OR ((NOT ((language)::text = 'en'::text)) AND (source_version IS NOT NULL))))
);


--
-- Name: articles_articletext_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_articletext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_articletext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_picture; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_picture (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    alternative_text character varying(250) NOT NULL,
    content_hash character varying(20) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT articles_picture_height_check CHECK ((height >= 0)),
    CONSTRAINT articles_picture_width_check CHECK ((width >= 0)),
    CONSTRAINT picture_has_alternative_text CHECK ((NOT ((alternative_text)::text = ''::text)))
);


--
-- Name: articles_picture_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_picturetext; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_picturetext (
    id bigint NOT NULL,
    language character varying(10) NOT NULL,
    alternative_text character varying(250) NOT NULL,
    picture_id bigint NOT NULL,
    CONSTRAINT picture_text_is_a_translation CHECK ((NOT ((language)::text = 'en'::text))),
    CONSTRAINT picture_text_is_not_empty CHECK ((NOT ((alternative_text)::text = ''::text)))
);


--
-- Name: articles_picturetext_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_picturetext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_picturetext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_reference; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_reference (
    id bigint NOT NULL,
    title character varying(250) NOT NULL,
    publisher character varying(120) NOT NULL,
    year smallint,
    address character varying(500) NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT articles_reference_year_check CHECK ((year >= 0))
);


--
-- Name: articles_reference_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_reference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_reference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_topic; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_topic (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    "order" smallint NOT NULL,
    CONSTRAINT articles_topic_order_check CHECK (("order" >= 0))
);


--
-- Name: articles_topic_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_topicname; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_topicname (
    id bigint NOT NULL,
    language character varying(10) NOT NULL,
    name character varying(60) NOT NULL,
    topic_id bigint NOT NULL
);


--
-- Name: articles_topicname_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_topicname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_topicname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: articles_wording; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles_wording (
    id bigint NOT NULL,
    version integer NOT NULL,
    language character varying(10) NOT NULL,
    title character varying(120) NOT NULL,
    summary character varying(250) NOT NULL,
    body text NOT NULL,
    emergency_signs text NOT NULL,
    urgent_signs text NOT NULL,
    visit_signs text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    text_id bigint NOT NULL,
    CONSTRAINT articles_wording_version_check CHECK ((version >= 0))
);


--
-- Name: articles_wording_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.articles_wording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_wording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_user (
    id integer NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);


--
-- Name: auth_user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_user_groups (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    group_id integer NOT NULL
);


--
-- Name: auth_user_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_user_user_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_user_user_permissions (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_user_user_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: axes_accessattempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);


--
-- Name: axes_accessattempt_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: axes_accessattemptexpiration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: axes_accessfailurelog; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);


--
-- Name: axes_accessfailurelog_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: axes_accesslog; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);


--
-- Name: axes_accesslog_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_backup; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_backup (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    file_name character varying(100) NOT NULL,
    size bigint,
    canary text NOT NULL,
    checked_at timestamp with time zone,
    problem text NOT NULL
);


--
-- Name: clinic_site_backup_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_backup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_backup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_clinic; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_clinic (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    street character varying(100) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    postal_code character varying(10) NOT NULL,
    phone character varying(30) NOT NULL,
    time_zone character varying(40) NOT NULL,
    hours_confirmed boolean NOT NULL,
    same_day_minutes smallint NOT NULL,
    next_day_minutes smallint NOT NULL,
    confirm_by_mail boolean NOT NULL,
    who_treats_you text NOT NULL,
    first_visit text NOT NULL,
    parking text NOT NULL,
    step_free_access text NOT NULL,
    insurance text NOT NULL,
    language_notice text NOT NULL,
    privacy_practices_url character varying(200) NOT NULL,
    CONSTRAINT clinic_site_clinic_next_day_minutes_check CHECK ((next_day_minutes >= 0)),
    CONSTRAINT clinic_site_clinic_same_day_minutes_check CHECK ((same_day_minutes >= 0)),
    CONSTRAINT one_clinic CHECK ((id = 1))
);


--
-- Name: clinic_site_clinic_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_clinic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_clinic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_closure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_closure (
    id bigint NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason character varying(100) NOT NULL,
    clinic_id bigint NOT NULL,
    CONSTRAINT closure_ends_after_it_begins CHECK ((last_day >= first_day))
);


--
-- Name: clinic_site_closure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_duty; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_duty (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    due_at timestamp with time zone NOT NULL
);


--
-- Name: clinic_site_duty_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_duty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_duty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_interfacereview; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_interfacereview (
    id bigint NOT NULL,
    language character varying(10) NOT NULL,
    reviewed_by character varying(100) NOT NULL,
    reviewed_on date,
    signed_fingerprint character varying(64) NOT NULL,
    CONSTRAINT interface_review_has_person_and_day CHECK (((((reviewed_by)::text = ''::text) AND (reviewed_on IS NULL)) OR ((NOT ((reviewed_by)::text = ''::text)) AND (reviewed_on IS NOT NULL))))
);


--
-- Name: clinic_site_interfacereview_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_interfacereview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_interfacereview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_openingperiod; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_openingperiod (
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    opens_at time without time zone NOT NULL,
    closes_at time without time zone NOT NULL,
    clinic_id bigint NOT NULL,
    CONSTRAINT clinic_site_openingperiod_weekday_check CHECK ((weekday >= 0)),
    CONSTRAINT period_closes_after_it_opens CHECK ((closes_at > opens_at))
);


--
-- Name: clinic_site_openingperiod_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_openingperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_openingperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: clinic_site_publicgeneration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clinic_site_publicgeneration (
    id bigint NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT one_generation CHECK ((id = 1))
);


--
-- Name: clinic_site_publicgeneration_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.clinic_site_publicgeneration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clinic_site_publicgeneration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: consultations_accessrecord; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations_accessrecord (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint,
    actor_name character varying(150) NOT NULL,
    address character varying(45) NOT NULL,
    action character varying(20) NOT NULL,
    request_id bigint,
    reference character varying(9) NOT NULL,
    details text NOT NULL,
    CONSTRAINT consultations_accessrecord_actor_id_check CHECK ((actor_id >= 0)),
    CONSTRAINT consultations_accessrecord_request_id_check CHECK ((request_id >= 0))
);


--
-- Name: consultations_accessrecord_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consultations_accessrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_accessrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: consultations_consultationrequest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations_consultationrequest (
    id bigint NOT NULL,
    reference character varying(9) NOT NULL,
    token character varying(32) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    call_by timestamp with time zone,
    page_language character varying(10) NOT NULL,
    full_name text NOT NULL,
    phone text NOT NULL,
    email text NOT NULL,
    voicemail_ok boolean,
    best_time character varying(10) NOT NULL,
    language character varying(10) NOT NULL,
    spoken_language character varying(10) GENERATED ALWAYS AS (
CASE
    WHEN ((language)::text = ''::text) THEN page_language
    ELSE language
END) STORED,
    interpreter boolean NOT NULL,
    patient_status character varying(10) NOT NULL,
    reason text NOT NULL,
    consent boolean NOT NULL,
    consent_wording text NOT NULL,
    state character varying(10) NOT NULL,
    ended_at timestamp with time zone,
    held boolean NOT NULL,
    held_because character varying(200) NOT NULL,
    corrected_phone text NOT NULL,
    call_due_at timestamp with time zone,
    first_called_at timestamp with time zone,
    last_outcome character varying(12) NOT NULL,
    last_called_at timestamp with time zone,
    overdue_reported_at timestamp with time zone,
    version integer NOT NULL,
    sameness_key character varying(64),
    client_key character varying(64) NOT NULL,
    assigned_to_id integer,
    CONSTRAINT consultations_consultationrequest_version_check CHECK ((version >= 0)),
    CONSTRAINT ended_request_repeats_nothing CHECK (((sameness_key IS NULL) OR (NOT ((state)::text = ANY ((ARRAY['closed'::character varying, 'spam'::character varying])::text[]))))),
    CONSTRAINT last_call_has_outcome_and_moment CHECK ((((last_called_at IS NULL) AND ((last_outcome)::text = ''::text)) OR ((NOT ((last_outcome)::text = ''::text)) AND (last_called_at IS NOT NULL)))),
    CONSTRAINT new_request_awaits_a_call CHECK (((NOT ((state)::text = 'new'::text)) OR (call_due_at IS NOT NULL))),
    CONSTRAINT only_open_request_awaits_a_call CHECK (((call_due_at IS NULL) OR ((state)::text = ANY ((ARRAY['new'::character varying, 'contacted'::character varying])::text[])))),
    CONSTRAINT promise_stands_until_the_first_call CHECK (((NOT ((state)::text = 'new'::text)) OR (call_by IS NULL) OR (call_due_at = call_by))),
    CONSTRAINT request_ended_when_its_state_says_so CHECK ((((ended_at IS NULL) AND ((state)::text = ANY ((ARRAY['new'::character varying, 'contacted'::character varying, 'scheduled'::character varying])::text[]))) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['closed'::character varying, 'spam'::character varying])::text[]))))),
    CONSTRAINT request_has_consent CHECK (consent),
    CONSTRAINT request_state_is_known CHECK (((state)::text = ANY ((ARRAY['new'::character varying, 'contacted'::character varying, 'scheduled'::character varying, 'closed'::character varying, 'spam'::character varying])::text[])))
);


--
-- Name: consultations_consultationrequest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consultations_consultationrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_consultationrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: consultations_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(150) NOT NULL,
    outcome character varying(12) NOT NULL,
    note text NOT NULL,
    changes text NOT NULL,
    state_before character varying(10) NOT NULL,
    state_after character varying(10) NOT NULL,
    due_before timestamp with time zone,
    due_after timestamp with time zone,
    held_before boolean,
    interpreter_before boolean,
    by_id integer,
    consultation_request_id bigint NOT NULL,
    undoes_id bigint,
    CONSTRAINT undoing_is_no_call CHECK (((undoes_id IS NULL) OR ((outcome)::text = ''::text)))
);


--
-- Name: consultations_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consultations_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: consultations_lookupkey; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations_lookupkey (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    consultation_request_id bigint NOT NULL
);


--
-- Name: consultations_lookupkey_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consultations_lookupkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_lookupkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: consultations_outgoingmail; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations_outgoingmail (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    recipient text NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    message_id uuid NOT NULL,
    once_key character varying(64),
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    is_claimed boolean NOT NULL,
    sent_at timestamp with time zone,
    given_up_at timestamp with time zone,
    attempts integer NOT NULL,
    last_error text NOT NULL,
    consultation_request_id bigint,
    CONSTRAINT consultations_outgoingmail_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT mail_is_about_one_request_or_several CHECK ((((consultation_request_id IS NULL) AND ((kind)::text = ANY ((ARRAY['digest'::character varying, 'overdue'::character varying])::text[]))) OR (((kind)::text = ANY ((ARRAY['new_request'::character varying, 'confirmation'::character varying])::text[])) AND (consultation_request_id IS NOT NULL))))
);


--
-- Name: consultations_outgoingmail_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consultations_outgoingmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultations_outgoingmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id integer NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_redirect; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_redirect (
    id integer NOT NULL,
    site_id integer NOT NULL,
    old_path character varying(200) NOT NULL,
    new_path character varying(200) NOT NULL
);


--
-- Name: django_redirect_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: django_site; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_site (
    id integer NOT NULL,
    domain character varying(100) NOT NULL,
    name character varying(50) NOT NULL
);


--
-- Name: django_site_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: otp_static_staticdevice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.otp_static_staticdevice (
    id integer NOT NULL,
    name character varying(64) NOT NULL,
    confirmed boolean NOT NULL,
    user_id integer NOT NULL,
    throttling_failure_count integer NOT NULL,
    throttling_failure_timestamp timestamp with time zone,
    created_at timestamp with time zone,
    last_used_at timestamp with time zone,
    CONSTRAINT otp_static_staticdevice_throttling_failure_count_check CHECK ((throttling_failure_count >= 0))
);


--
-- Name: otp_static_staticdevice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.otp_static_staticdevice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.otp_static_staticdevice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: otp_static_statictoken; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.otp_static_statictoken (
    id integer NOT NULL,
    token character varying(16) NOT NULL,
    device_id integer NOT NULL
);


--
-- Name: otp_static_statictoken_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.otp_static_statictoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.otp_static_statictoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: otp_totp_totpdevice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.otp_totp_totpdevice (
    id integer NOT NULL,
    name character varying(64) NOT NULL,
    confirmed boolean NOT NULL,
    key character varying(80) NOT NULL,
    step smallint NOT NULL,
    t0 bigint NOT NULL,
    digits smallint NOT NULL,
    tolerance smallint NOT NULL,
    drift smallint NOT NULL,
    last_t bigint NOT NULL,
    user_id integer NOT NULL,
    throttling_failure_count integer NOT NULL,
    throttling_failure_timestamp timestamp with time zone,
    created_at timestamp with time zone,
    last_used_at timestamp with time zone,
    CONSTRAINT otp_totp_totpdevice_digits_check CHECK ((digits >= 0)),
    CONSTRAINT otp_totp_totpdevice_step_check CHECK ((step >= 0)),
    CONSTRAINT otp_totp_totpdevice_throttling_failure_count_check CHECK ((throttling_failure_count >= 0)),
    CONSTRAINT otp_totp_totpdevice_tolerance_check CHECK ((tolerance >= 0))
);


--
-- Name: otp_totp_totpdevice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.otp_totp_totpdevice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.otp_totp_totpdevice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: articles_article; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles_article VALUES (1, '2026-01-27 15:00:00+00', 'Integrated Health Solutions', '2027-11-27', 3);
INSERT INTO public.articles_article VALUES (2, '2026-09-22 14:00:00+00', 'Integrated Health Solutions', '2027-11-27', 5);
INSERT INTO public.articles_article VALUES (3, '2022-06-18 14:00:00+00', 'Integrated Health Solutions', '2027-11-27', 1);
INSERT INTO public.articles_article VALUES (4, '2025-02-11 15:00:00+00', 'Integrated Health Solutions', '2027-11-27', 2);
INSERT INTO public.articles_article VALUES (5, '2025-09-16 14:00:00+00', 'Integrated Health Solutions', '2027-11-27', 3);
INSERT INTO public.articles_article VALUES (6, '2025-05-20 14:00:00+00', 'Integrated Health Solutions', '2027-11-27', 2);
INSERT INTO public.articles_article VALUES (7, '2026-05-12 14:00:00+00', 'Integrated Health Solutions', '2027-11-27', 4);


--
-- Data for Name: articles_articlepicture; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: articles_articletext; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles_articletext VALUES (1, 'en', 'headaches-that-start-in-the-neck', 'Headaches That Start in the Neck', 'Some headaches begin in the joints and muscles of the neck. Learn the usual signs, and which headaches are an emergency.', '<p>Head pain does not always start in the head. Sometimes the problem is in the neck, and the pain spreads upward. This is called a neck-related headache (cervicogenic headache).</p>
<h2>What is it?</h2>
<p>Nerves from the upper neck and nerves from the head meet in the same place. So pain from the neck can feel like pain in the head. It often starts at the back of the head and moves toward one eye.</p>
<p>These signs are common:</p>
<ul>
<li>pain that is mostly on one side</li>
<li>a stiff neck that does not turn as far as usual</li>
<li>pain that gets worse when you move or hold your neck a certain way</li>
<li>sore spots at the top of the neck</li>
</ul>
<p>Migraine and tension headaches can cause neck pain too. That makes them hard to tell apart without an exam.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>irritated joints in the upper neck</li>
<li>tight or tired neck muscles</li>
<li>long hours at a desk, at the wheel or on a phone</li>
<li>an old injury, such as whiplash from a car crash</li>
<li>wear in the neck joints (arthritis)</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li>Take a break from what you are doing, and change position.</li>
<li>Turn and tilt your head slowly, within a range that feels comfortable.</li>
<li>Put a warm pack on your neck for 15 to 20 minutes.</li>
<li>Sleep on a pillow that keeps your head level with your body.</li>
<li>Write down when the headaches come and what you did before.</li>
<li>Ask a doctor or pharmacist about pain medicine. Taking it too often can bring on more headaches.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your headaches and your health. They check how your neck moves and look for warning signs. If they see any, you need a medical doctor first.</p>
<p>If the neck seems to play a part, they talk through your options. They explain benefits and risks before anything is done. No one can promise that the headaches will stop.</p>
', 'a headache is sudden and severe, or the worst you have ever had
a headache comes with weakness, numbness, a drooping face or trouble speaking
a headache comes with confusion, fainting or a seizure
a headache comes with a fever and a stiff neck or a rash
a headache comes with loss of vision, double vision or trouble walking
a headache starts after a blow to the head or neck
a headache starts along with sudden, new neck pain that you have not had before', 'you are pregnant and have a new kind of headache: call your doctor today
you have a new kind of headache after age 50
you have had cancer and now have a new kind of headache
your headaches are getting worse', 'the same kind of headache keeps coming back
the pain starts at the back of your head and moves toward one eye
the headache comes on when you move or hold your neck a certain way
your head hurts after long hours at a desk, at the wheel or on a phone', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.147487+00', NULL, NULL, ' headaches that start in the neck', ' headaches that start in the neck some headaches begin in the joints and muscles of the neck learn the usual signs and which headaches are an emergency', ' headaches that start in the neck some headaches begin in the joints and muscles of the neck learn the usual signs and which headaches are an emergency head pain does not always start in the head sometimes the problem is in the neck and the pain spreads upward this is called a neck related headache cervicogenic headache what is it nerves from the upper neck and nerves from the head meet in the same place so pain from the neck can feel like pain in the head it often starts at the back of the head and moves toward one eye these signs are common pain that is mostly on one side a stiff neck that does not turn as far as usual pain that gets worse when you move or hold your neck a certain way sore spots at the top of the neck migraine and tension headaches can cause neck pain too that makes them hard to tell apart without an exam what commonly causes it irritated joints in the upper neck tight or tired neck muscles long hours at a desk at the wheel or on a phone an old injury such as whiplash from a car crash wear in the neck joints arthritis what can you do now take a break from what you are doing and change position turn and tilt your head slowly within a range that feels comfortable put a warm pack on your neck for 15 to 20 minutes sleep on a pillow that keeps your head level with your body write down when the headaches come and what you did before ask a doctor or pharmacist about pain medicine taking it too often can bring on more headaches how the clinic can help our chiropractors ask about your headaches and your health they check how your neck moves and look for warning signs if they see any you need a medical doctor first if the neck seems to play a part they talk through your options they explain benefits and risks before anything is done no one can promise that the headaches will stop a headache is sudden and severe or the worst you have ever had a headache comes with weakness numbness a drooping face or trouble speaking a headache comes with confusion fainting or a seizure a headache comes with a fever and a stiff neck or a rash a headache comes with loss of vision double vision or trouble walking a headache starts after a blow to the head or neck a headache starts along with sudden new neck pain that you have not had before you are pregnant and have a new kind of headache call your doctor today you have a new kind of headache after age 50 you have had cancer and now have a new kind of headache your headaches are getting worse the same kind of headache keeps coming back the pain starts at the back of your head and moves toward one eye the headache comes on when you move or hold your neck a certain way your head hurts after long hours at a desk at the wheel or on a phone', 1);
INSERT INTO public.articles_articletext VALUES (2, 'en', 'heel-pain-with-the-first-steps-in-the-morning', 'Heel Pain With the First Steps in the Morning', 'Heel pain that is sharp with your first steps often comes from the band under your foot. Good shoes and stretching may ease it.', '<p>You get out of bed, and your heel hurts with the first steps. After some walking it eases. Later in the day it may come back.</p>
<h2>What is it?</h2>
<p>A strong band of tissue runs under your foot from the heel to the toes (the plantar fascia). It supports the arch. When it is irritated near the heel, the problem is called plantar fasciitis.</p>
<p>The band rests and tightens while you sleep. Your first steps stretch it again, and that hurts. The same can happen when you stand up after sitting.</p>
<h2>What commonly causes it?</h2>
<p>The band takes on more load than it can handle. These things can add to that load:</p>
<ul>
<li>standing or walking on hard floors for many hours</li>
<li>a sudden increase in running or walking</li>
<li>shoes with thin soles or little support</li>
<li>tight calf muscles or a tight cord above the heel (Achilles tendon)</li>
<li>very flat feet or very high arches</li>
<li>extra body weight</li>
</ul>
<p>A bony growth on the heel (heel spur) may show on an X-ray. Many people have one and feel no pain.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Stretch before you stand:</strong> pull your toes gently toward you for about 20 seconds, a few times.</li>
<li><strong>Stretch your calf:</strong> lean toward a wall with one leg behind you and the heel down.</li>
<li><strong>Wear shoes with support:</strong> put them on right away, and do not walk barefoot on hard floors.</li>
<li><strong>Ease the load:</strong> swap some running for cycling or swimming for a while.</li>
<li><strong>Cool the heel:</strong> use a cold pack wrapped in a towel for up to 15 minutes.</li>
</ul>
<p>Be patient. It often takes some months to settle.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your shoes, your work and your sport. They examine your foot, ankle and calf, and watch how you walk. Then they explain what may be adding to the load.</p>
<p>They talk through the options with you, such as stretches and changes in activity. Your next steps are up to you. Feet differ, so no one can promise how fast the pain will ease.</p>
', 'you cannot put weight on the foot after a fall or jump
you felt a pop in the heel and cannot push up on your toes
the heel is hot, red and swollen, and you have a fever
your foot is suddenly numb, cold or pale
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing', 'you have diabetes and any sore or wound on your foot: go today
the heel pain stays when you rest
both heels hurt along with other joints', 'your heel hurts with the first steps in the morning
your heel hurts when you stand up after sitting
the pain comes back after a long day on your feet
stretching and shoes with support do not ease the pain enough', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.194168+00', NULL, NULL, ' heel pain with the first steps in the morning', ' heel pain with the first steps in the morning heel pain that is sharp with your first steps often comes from the band under your foot good shoes and stretching may ease it', ' heel pain with the first steps in the morning heel pain that is sharp with your first steps often comes from the band under your foot good shoes and stretching may ease it you get out of bed and your heel hurts with the first steps after some walking it eases later in the day it may come back what is it a strong band of tissue runs under your foot from the heel to the toes the plantar fascia it supports the arch when it is irritated near the heel the problem is called plantar fasciitis the band rests and tightens while you sleep your first steps stretch it again and that hurts the same can happen when you stand up after sitting what commonly causes it the band takes on more load than it can handle these things can add to that load standing or walking on hard floors for many hours a sudden increase in running or walking shoes with thin soles or little support tight calf muscles or a tight cord above the heel achilles tendon very flat feet or very high arches extra body weight a bony growth on the heel heel spur may show on an x ray many people have one and feel no pain what can you do now stretch before you stand pull your toes gently toward you for about 20 seconds a few times stretch your calf lean toward a wall with one leg behind you and the heel down wear shoes with support put them on right away and do not walk barefoot on hard floors ease the load swap some running for cycling or swimming for a while cool the heel use a cold pack wrapped in a towel for up to 15 minutes be patient it often takes some months to settle how the clinic can help our chiropractors ask about your shoes your work and your sport they examine your foot ankle and calf and watch how you walk then they explain what may be adding to the load they talk through the options with you such as stretches and changes in activity your next steps are up to you feet differ so no one can promise how fast the pain will ease you cannot put weight on the foot after a fall or jump you felt a pop in the heel and cannot push up on your toes the heel is hot red and swollen and you have a fever your foot is suddenly numb cold or pale your calf is swollen and sore this can be a blood clot above all with chest pain or trouble breathing you have diabetes and any sore or wound on your foot go today the heel pain stays when you rest both heels hurt along with other joints your heel hurts with the first steps in the morning your heel hurts when you stand up after sitting the pain comes back after a long day on your feet stretching and shoes with support do not ease the pain enough', 2);
INSERT INTO public.articles_articletext VALUES (3, 'en', 'knee-pain-after-running-what-to-know', 'Knee Pain After Running: What to Know', 'Running puts a high load on the knees. Rest may ease the pain, but have it checked to find the cause.', '<p>Running is good for your heart. It can ease stress, and it gets you outdoors. But it also puts a high load on your knees.</p>
<p>You may have heard of “runner''s knee”. That is a broad name for pain around the kneecap (patellofemoral pain). The knee feels stiff or sore after a run, and it gets worse when you move.</p>
<h2>What causes it?</h2>
<p>Knee pain after a run often has one of these causes.</p>
<ul>
<li><strong>Overuse:</strong> muscle needs time to repair after a run. Constant bending irritates the area around the kneecap. Running every day inflames the tissue, and rest days lower the risk.</li>
<li><strong>Worn cartilage behind the kneecap (chondromalacia patella):</strong> cartilage is the smooth layer on the back of the kneecap. It can soften and wear away. The bones then rub against each other, and that hurts.</li>
<li><strong>Weak thigh muscles:</strong> muscles at the back and front of the thigh (hamstrings and quadriceps) carry the load. Going from mostly sitting to hard running is not safe. It raises the risk of damage to the cartilage.</li>
</ul>
<h2>What are the symptoms?</h2>
<ul>
<li>Pain that grows when you stand, walk or bend the knee, most of all downhill.</li>
<li>Clicking or grinding of the kneecap when you bend or straighten your leg.</li>
<li>Soreness when you press on the knee (tenderness).</li>
</ul>
<p>Runner''s knee is easy to mistake for other problems, such as arthritis. An exam can help to tell them apart.</p>
<h2>How is it treated?</h2>
<p>Rest may help. It is still worth seeing a pain specialist. Another problem may lie behind the pain (an underlying cause).</p>
<p>Our chiropractors can examine your knee and look for the cause. They offer natural treatments and talk through the options with you.</p>
<p>Treating the knee now can mean a faster recovery. It can also mean fewer injuries later. Every knee is different, so no one can promise a result.</p>
', 'you cannot put any weight on the leg after a fall or a blow
the knee or leg suddenly looks out of shape
the knee is hot, red and swollen, and you have a fever
the foot is cold, pale or numb after an injury
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing', 'the knee swells within hours of an injury
the knee locks or gives way', 'the pain is still there after a few days of rest
the pain comes back with every run
stairs, hills or standing up hurt
the kneecap clicks or grinds and hurts', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.20582+00', NULL, NULL, ' knee pain after running what to know', ' knee pain after running what to know running puts a high load on the knees rest may ease the pain but have it checked to find the cause', ' knee pain after running what to know running puts a high load on the knees rest may ease the pain but have it checked to find the cause running is good for your heart it can ease stress and it gets you outdoors but it also puts a high load on your knees you may have heard of runner s knee that is a broad name for pain around the kneecap patellofemoral pain the knee feels stiff or sore after a run and it gets worse when you move what causes it knee pain after a run often has one of these causes overuse muscle needs time to repair after a run constant bending irritates the area around the kneecap running every day inflames the tissue and rest days lower the risk worn cartilage behind the kneecap chondromalacia patella cartilage is the smooth layer on the back of the kneecap it can soften and wear away the bones then rub against each other and that hurts weak thigh muscles muscles at the back and front of the thigh hamstrings and quadriceps carry the load going from mostly sitting to hard running is not safe it raises the risk of damage to the cartilage what are the symptoms pain that grows when you stand walk or bend the knee most of all downhill clicking or grinding of the kneecap when you bend or straighten your leg soreness when you press on the knee tenderness runner s knee is easy to mistake for other problems such as arthritis an exam can help to tell them apart how is it treated rest may help it is still worth seeing a pain specialist another problem may lie behind the pain an underlying cause our chiropractors can examine your knee and look for the cause they offer natural treatments and talk through the options with you treating the knee now can mean a faster recovery it can also mean fewer injuries later every knee is different so no one can promise a result you cannot put any weight on the leg after a fall or a blow the knee or leg suddenly looks out of shape the knee is hot red and swollen and you have a fever the foot is cold pale or numb after an injury your calf is swollen and sore this can be a blood clot above all with chest pain or trouble breathing the knee swells within hours of an injury the knee locks or gives way the pain is still there after a few days of rest the pain comes back with every run stairs hills or standing up hurt the kneecap clicks or grinds and hurts', 3);
INSERT INTO public.articles_articletext VALUES (4, 'ar', 'alam-alrukba-baad-aljary', 'ألم الركبة بعد الجري: ما ينبغي معرفته', 'الجري يضع ضغطًا كبيرًا على الركبتين. قد تخفف الراحة الألم، لكن من المفيد فحص الركبة لمعرفة السبب.', '<p>الجري مفيد للقلب. وقد يخفف التوتر ويتيح لك قضاء وقت في الهواء الطلق. لكنه يضع أيضًا ضغطًا كبيرًا على الركبتين.</p>
<p>ربما سمعت بعبارة «ركبة العدّاء». هذا اسم عام للألم حول رضفة الركبة (الألم الرضفي الفخذي). تشعر بتيبّس الركبة أو بألم فيها بعد الجري، ويزداد ذلك مع الحركة.</p>
<h2>ما الأسباب؟</h2>
<p>كثيرًا ما يعود ألم الركبة بعد الجري إلى أحد هذه الأسباب.</p>
<ul>
<li><strong>الإفراط في الاستخدام:</strong> تحتاج العضلات إلى وقت كي ترمم نفسها بعد الجري. وثني الركبة باستمرار يهيّج المنطقة المحيطة بالرضفة. والجري كل يوم يسبب التهاب الأنسجة، أما أيام الراحة فتقلل هذا الخطر.</li>
<li><strong>تآكل الغضروف خلف الرضفة (تلين غضروف الرضفة):</strong> الغضروف هو الطبقة الملساء على السطح الخلفي للرضفة. وقد يلين ويتآكل. عندئذ تحتك العظام بعضها ببعض، وهذا مؤلم.</li>
<li><strong>ضعف عضلات الفخذ:</strong> العضلات في خلف الفخذ وأمامه (أوتار المأبض والعضلة الرباعية) هي التي تتحمل العبء. والانتقال من قلة الحركة إلى الجري الشديد ليس آمنًا. فهو يزيد خطر تضرر الغضروف.</li>
</ul>
<h2>ما الأعراض؟</h2>
<ul>
<li>ألم يزداد عند الوقوف أو المشي أو ثني الركبة، وخصوصًا عند نزول المنحدرات.</li>
<li>طقطقة أو احتكاك في الرضفة عند ثني الساق أو مدّها.</li>
<li>ألم عند الضغط على الركبة (إيلام عند الجس).</li>
</ul>
<p>من السهل الخلط بين ركبة العدّاء ومشكلات أخرى مثل التهاب المفاصل. وقد يساعد الفحص على التمييز بينها.</p>
<h2>كيف يكون العلاج؟</h2>
<p>قد تساعد الراحة. ومع ذلك من المفيد مراجعة اختصاصي في علاج الألم. فقد تكون وراء الألم مشكلة أخرى (سبب كامن).</p>
<p>يمكن للمعالجين بتقويم العمود الفقري (الكايروبراكتيك) في عيادتنا فحص ركبتك والبحث عن السبب. وهم يقدمون علاجات طبيعية ويناقشون معك الخيارات.</p>
<p>قد يعني علاج الركبة الآن تعافيًا أسرع. وقد يعني أيضًا إصابات أقل في المستقبل. كل ركبة تختلف عن غيرها، ولذلك لا يمكن لأحد أن يعد بنتيجة.</p>
', 'لم تستطع الوقوف على ساقك أو تحميلها وزنك بعد سقوط أو ضربة
أصبح شكل الركبة أو الساق غير طبيعي فجأة
كانت الركبة ساخنة وحمراء ومتورمة وكانت لديك حمى
أصبحت القدم باردة أو شاحبة أو خدِرة بعد إصابة
كانت ربلة الساق (بطة الساق) متورمة ومؤلمة (فقد تكون هذه جلطة دموية)، وخصوصًا مع ألم في الصدر أو صعوبة في التنفس', 'تورّمت الركبة خلال ساعات من التعرض لإصابة
علقت الركبة في مكانها أو انثنت تحتك فجأة', 'استمر الألم بعد بضعة أيام من الراحة
عاد الألم في كل مرة تجري فيها
آلمتك الركبة على الدرج أو على المنحدرات أو عند النهوض
شعرت بطقطقة أو احتكاك في الرضفة مع ألم', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.214906+00', 1, NULL, ' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته', ' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته الجري جري يضع ضغطا كبيرا علي الركبتين ركبتين قد تخفف الراحه راحه الالم الم لكن من المفيد مفيد فحص الركبه ركبه لمعرفه السبب سبب', ' الم الركبه ركبه بعد الجري جري ما ينبغي معرفته الجري جري يضع ضغطا كبيرا علي الركبتين ركبتين قد تخفف الراحه راحه الالم الم لكن من المفيد مفيد فحص الركبه ركبه لمعرفه السبب سبب الجري جري مفيد للقلب قلب وقد يخفف التوتر توتر ويتيح يتيح لك قضاء وقت في الهواء هواء الطلق طلق لكنه يضع ايضا ضغطا كبيرا علي الركبتين ركبتين ربما سمعت بعباره ركبه العداء عداء هذا اسم عام للالم الم حول رضفه الركبه ركبه الالم الم الرضفي رضفي الفخذي فخذي تشعر بتيبس الركبه ركبه او بالم فيها بعد الجري جري ويزداد يزداد ذلك مع الحركه حركه ما الاسباب اسباب كثيرا ما يعود الم الركبه ركبه بعد الجري جري الي احد هذه الاسباب اسباب الافراط افراط في الاستخدام استخدام تحتاج العضلات عضلات الي وقت كي ترمم نفسها بعد الجري جري وثني ثني الركبه ركبه باستمرار يهيج المنطقه منطقه المحيطه محيطه بالرضفه رضفه والجري جري كل يوم يسبب التهاب تهاب الانسجه انسجه اما ايام الراحه راحه فتقلل هذا الخطر خطر تاكل الغضروف غضروف خلف الرضفه رضفه تلين غضروف الرضفه رضفه الغضروف غضروف هو الطبقه طبقه الملساء ملساء علي السطح سطح الخلفي خلفي للرضفه رضفه وقد يلين ويتاكل يتاكل عنديذ تحتك العظام عظام بعضها ببعض وهذا هذا مولم ضعف عضلات الفخذ فخذ العضلات عضلات في خلف الفخذ فخذ وامامه امامه اوتار المابض مابض والعضله عضله الرباعيه رباعيه هي التي تتحمل العبء عبء والانتقال انتقال من قله الحركه حركه الي الجري جري الشديد شديد ليس امنا فهو يزيد خطر تضرر الغضروف غضروف ما الاعراض اعراض الم يزداد عند الوقوف وقوف او المشي مشي او ثني الركبه ركبه وخصوصا خصوصا عند نزول المنحدرات منحدرات طقطقه او احتكاك في الرضفه رضفه عند ثني الساق ساق او مدها الم عند الضغط ضغط علي الركبه ركبه ايلام عند الجس من السهل سهل الخلط خلط بين ركبه العداء عداء ومشكلات مشكلات اخري مثل التهاب تهاب المفاصل مفاصل وقد يساعد الفحص فحص علي التمييز تمييز بينها كيف يكون العلاج علاج قد تساعد الراحه راحه ومع ذلك من المفيد مفيد مراجعه اختصاصي في علاج الالم الم فقد تكون وراء راء الالم الم مشكله اخري سبب كامن يمكن للمعالجين معالجين بتقويم العمود عمود الفقري فقري الكايروبراكتيك كايروبراكتيك في عيادتنا فحص ركبتك والبحث بحث عن السبب سبب وهم يقدمون علاجات طبيعيه ويناقشون يناقشون معك الخيارات خيارات قد يعني علاج الركبه ركبه الان تعافيا اسرع وقد يعني ايضا اصابات اقل في المستقبل مستقبل كل ركبه تختلف عن غيرها ولذلك لذلك لا يمكن لاحد ان يعد بنتيجه لم تستطع الوقوف وقوف علي ساقك او تحميلها وزنك زنك بعد سقوط او ضربه اصبح شكل الركبه ركبه او الساق ساق غير طبيعي فجاه كانت الركبه ركبه ساخنه وحمراء حمراء ومتورمه متورمه وكانت كانت لديك حمي اصبحت القدم قدم بارده او شاحبه او خدره بعد اصابه كانت ربله الساق ساق بطه الساق ساق متورمه ومولمه مولمه فقد تكون هذه جلطه دمويه وخصوصا خصوصا مع الم في الصدر صدر او صعوبه في التنفس تنفس تورمت الركبه ركبه خلال ساعات من التعرض تعرض لاصابه علقت الركبه ركبه في مكانها او انثنت تحتك فجاه استمر الالم الم بعد بضعه ايام من الراحه راحه عاد الالم الم في كل مره تجري فيها المتك متك الركبه ركبه علي الدرج درج او علي المنحدرات منحدرات او عند النهوض نهوض شعرت بطقطقه او احتكاك في الرضفه رضفه مع الم', 3);
INSERT INTO public.articles_articletext VALUES (5, 'es', 'dolor-de-rodilla-despues-de-correr-lo-que-debe-saber', 'Dolor de rodilla después de correr: lo que debe saber', 'Correr exige mucho a las rodillas. El descanso puede aliviar el dolor, pero conviene una revisión para encontrar la causa.', '<p>Correr es bueno para el corazón. Puede aliviar el estrés y le permite pasar tiempo al aire libre. Pero también somete las rodillas a una gran carga.</p>
<p>Tal vez haya oído hablar de la «rodilla del corredor». Es un nombre amplio para el dolor alrededor de la rótula (dolor patelofemoral). La rodilla se siente rígida o adolorida después de correr y empeora al moverse.</p>
<h2>¿Cuáles son las causas?</h2>
<p>El dolor de rodilla después de correr suele tener una de estas causas.</p>
<ul>
<li><strong>Uso excesivo:</strong> el músculo necesita tiempo para repararse después de correr. Doblar la rodilla constantemente irrita la zona que rodea la rótula. Correr todos los días inflama los tejidos, y los días de descanso reducen el riesgo.</li>
<li><strong>Cartílago desgastado tras la rótula (condromalacia rotuliana):</strong> el cartílago es la capa lisa en la parte posterior de la rótula. Puede ablandarse y desgastarse. Entonces los huesos rozan entre sí, y eso duele.</li>
<li><strong>Músculos débiles en los muslos:</strong> los músculos de atrás y de delante (isquiotibiales y cuádriceps) soportan la carga. Pasar de una vida sedentaria a correr con intensidad no es seguro. Aumenta el riesgo de dañar el cartílago.</li>
</ul>
<h2>¿Cuáles son los síntomas?</h2>
<ul>
<li>Dolor que aumenta al estar de pie, caminar o doblar la rodilla, sobre todo cuesta abajo.</li>
<li>Chasquidos o crujidos de la rótula al doblar o enderezar la pierna.</li>
<li>Dolor al presionar la rodilla (sensibilidad a la presión).</li>
</ul>
<p>Es fácil confundir la rodilla del corredor con otros problemas, como la artritis. Un examen puede ayudar a distinguirlos.</p>
<h2>¿Cómo se trata?</h2>
<p>El descanso puede ayudar. Aun así, vale la pena consultar a un especialista en dolor. Puede haber otro problema detrás del dolor (una causa subyacente).</p>
<p>Nuestros quiroprácticos pueden examinarle la rodilla y buscar la causa. Ofrecen tratamientos naturales y hablan con usted sobre las opciones.</p>
<p>Tratar la rodilla ahora puede significar una recuperación más rápida. También puede significar menos lesiones más adelante. Cada rodilla es diferente, así que nadie puede prometer un resultado.</p>
', 'no puede apoyar nada de peso en la pierna después de una caída o un golpe
la rodilla o la pierna de pronto se ve deformada
la rodilla está caliente, roja e hinchada, y usted tiene fiebre
el pie está frío, pálido o adormecido después de una lesión
tiene la pantorrilla hinchada y adolorida (puede ser un coágulo de sangre), sobre todo si le duele el pecho o le cuesta respirar', 'la rodilla se hincha a las pocas horas de una lesión
la rodilla se le traba o le falla', 'el dolor sigue después de unos días de descanso
el dolor vuelve cada vez que corre
le duele la rodilla en las escaleras, en las cuestas o al levantarse
la rótula chasquea o cruje y le duele', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.224223+00', 1, NULL, ' dolor de rodilla despues de correr lo que debe saber', ' dolor de rodilla despues de correr lo que debe saber correr exige mucho a las rodillas el descanso puede aliviar el dolor pero conviene una revision para encontrar la causa', ' dolor de rodilla despues de correr lo que debe saber correr exige mucho a las rodillas el descanso puede aliviar el dolor pero conviene una revision para encontrar la causa correr es bueno para el corazon puede aliviar el estres y le permite pasar tiempo al aire libre pero tambien somete las rodillas a una gran carga tal vez haya oido hablar de la rodilla del corredor es un nombre amplio para el dolor alrededor de la rotula dolor patelofemoral la rodilla se siente rigida o adolorida despues de correr y empeora al moverse cuales son las causas el dolor de rodilla despues de correr suele tener una de estas causas uso excesivo el musculo necesita tiempo para repararse despues de correr doblar la rodilla constantemente irrita la zona que rodea la rotula correr todos los dias inflama los tejidos y los dias de descanso reducen el riesgo cartilago desgastado tras la rotula condromalacia rotuliana el cartilago es la capa lisa en la parte posterior de la rotula puede ablandarse y desgastarse entonces los huesos rozan entre si y eso duele musculos debiles en los muslos los musculos de atras y de delante isquiotibiales y cuadriceps soportan la carga pasar de una vida sedentaria a correr con intensidad no es seguro aumenta el riesgo de danar el cartilago cuales son los sintomas dolor que aumenta al estar de pie caminar o doblar la rodilla sobre todo cuesta abajo chasquidos o crujidos de la rotula al doblar o enderezar la pierna dolor al presionar la rodilla sensibilidad a la presion es facil confundir la rodilla del corredor con otros problemas como la artritis un examen puede ayudar a distinguirlos como se trata el descanso puede ayudar aun asi vale la pena consultar a un especialista en dolor puede haber otro problema detras del dolor una causa subyacente nuestros quiropracticos pueden examinarle la rodilla y buscar la causa ofrecen tratamientos naturales y hablan con usted sobre las opciones tratar la rodilla ahora puede significar una recuperacion mas rapida tambien puede significar menos lesiones mas adelante cada rodilla es diferente asi que nadie puede prometer un resultado no puede apoyar nada de peso en la pierna despues de una caida o un golpe la rodilla o la pierna de pronto se ve deformada la rodilla esta caliente roja e hinchada y usted tiene fiebre el pie esta frio palido o adormecido despues de una lesion tiene la pantorrilla hinchada y adolorida puede ser un coagulo de sangre sobre todo si le duele el pecho o le cuesta respirar la rodilla se hincha a las pocas horas de una lesion la rodilla se le traba o le falla el dolor sigue despues de unos dias de descanso el dolor vuelve cada vez que corre le duele la rodilla en las escaleras en las cuestas o al levantarse la rotula chasquea o cruje y le duele', 3);
INSERT INTO public.articles_articletext VALUES (6, 'pl', 'bol-kolana-po-bieganiu-co-warto-wiedziec', 'Ból kolana po bieganiu: co warto wiedzieć', 'Bieganie mocno obciąża kolana. Odpoczynek może złagodzić ból, ale warto zbadać kolano i poznać przyczynę.', '<p>Bieganie jest dobre dla serca. Może zmniejszać stres i&nbsp;pozwala spędzać czas na świeżym powietrzu. Jednak mocno obciąża też kolana.</p>
<p>Być może znają Państwo określenie „kolano biegacza”. To szeroka nazwa bólu wokół rzepki (ból rzepkowo-udowy). Po biegu kolano jest sztywne lub obolałe, a&nbsp;podczas ruchu dolegliwości się nasilają.</p>
<h2>Jakie są przyczyny?</h2>
<p>Ból kolana po bieganiu często ma jedną z&nbsp;tych przyczyn.</p>
<ul>
<li><strong>Przeciążenie:</strong> po biegu mięśnie potrzebują czasu na regenerację. Ciągłe zginanie kolana podrażnia okolicę rzepki. Codzienne bieganie wywołuje stan zapalny tkanek, a&nbsp;dni odpoczynku zmniejszają ryzyko.</li>
<li><strong>Zużycie chrząstki za rzepką (chondromalacja rzepki):</strong> chrząstka to gładka warstwa na tylnej stronie rzepki. Może zmięknąć i&nbsp;się ścierać. Wtedy kości trą o&nbsp;siebie i&nbsp;to powoduje ból.</li>
<li><strong>Słabe mięśnie ud:</strong> obciążenie przejmują mięśnie z&nbsp;tyłu i&nbsp;z&nbsp;przodu uda (mięśnie kulszowo-goleniowe i&nbsp;mięsień czworogłowy). Przejście od siedzącego trybu życia prosto do intensywnego biegania nie jest bezpieczne. Zwiększa ryzyko uszkodzenia chrząstki.</li>
</ul>
<h2>Jakie są objawy?</h2>
<ul>
<li>Ból, który narasta podczas stania, chodzenia lub zginania kolana, zwłaszcza podczas schodzenia ze wzniesienia.</li>
<li>Przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi.</li>
<li>Ból przy uciskaniu kolana (tkliwość uciskowa).</li>
</ul>
<p>Kolano biegacza łatwo pomylić z&nbsp;innymi problemami, na przykład z&nbsp;zapaleniem stawów. Badanie może pomóc je odróżnić.</p>
<h2>Jak się je leczy?</h2>
<p>Odpoczynek może pomóc. Mimo to warto zgłosić się do specjalisty od leczenia bólu. Za bólem może kryć się inny problem (ukryta przyczyna).</p>
<p>Nasi chiropraktycy mogą zbadać kolano i&nbsp;poszukać przyczyny. Oferują naturalne metody leczenia i&nbsp;omawiają z&nbsp;pacjentem możliwości.</p>
<p>Leczenie kolana już teraz może oznaczać szybszy powrót do zdrowia. Może też oznaczać mniej urazów w&nbsp;przyszłości. Każde kolano jest inne, więc nikt nie może obiecać wyniku.</p>
', 'po upadku lub uderzeniu nie mogą Państwo w ogóle obciążyć nogi
kolano lub noga nagle ma nienaturalny kształt
kolano jest gorące, czerwone i spuchnięte, a do tego mają Państwo gorączkę
po urazie stopa jest zimna, blada lub zdrętwiała
łydka jest spuchnięta i obolała (to może być zakrzep krwi), zwłaszcza gdy boli klatka piersiowa lub trudno oddychać', 'kolano puchnie w ciągu kilku godzin od urazu
kolano blokuje się lub nagle się ugina', 'ból nie mija po kilku dniach odpoczynku
ból wraca przy każdym biegu
kolano boli na schodach, na wzniesieniach lub przy wstawaniu
rzepka przeskakuje lub trzeszczy i boli', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.232711+00', 1, NULL, ' bol kolana po bieganiu co warto wiedziec', ' bol kolana po bieganiu co warto wiedziec bieganie mocno obciaza kolana odpoczynek moze zlagodzic bol ale warto zbadac kolano i poznac przyczyne', ' bol kolana po bieganiu co warto wiedziec bieganie mocno obciaza kolana odpoczynek moze zlagodzic bol ale warto zbadac kolano i poznac przyczyne bieganie jest dobre dla serca moze zmniejszac stres i pozwala spedzac czas na swiezym powietrzu jednak mocno obciaza tez kolana byc moze znaja panstwo okreslenie kolano biegacza to szeroka nazwa bolu wokol rzepki bol rzepkowo udowy po biegu kolano jest sztywne lub obolale a podczas ruchu dolegliwosci sie nasilaja jakie sa przyczyny bol kolana po bieganiu czesto ma jedna z tych przyczyn przeciazenie po biegu miesnie potrzebuja czasu na regeneracje ciagle zginanie kolana podraznia okolice rzepki codzienne bieganie wywoluje stan zapalny tkanek a dni odpoczynku zmniejszaja ryzyko zuzycie chrzastki za rzepka chondromalacja rzepki chrzastka to gladka warstwa na tylnej stronie rzepki moze zmieknac i sie scierac wtedy kosci tra o siebie i to powoduje bol slabe miesnie ud obciazenie przejmuja miesnie z tylu i z przodu uda miesnie kulszowo goleniowe i miesien czworoglowy przejscie od siedzacego trybu zycia prosto do intensywnego biegania nie jest bezpieczne zwieksza ryzyko uszkodzenia chrzastki jakie sa objawy bol ktory narasta podczas stania chodzenia lub zginania kolana zwlaszcza podczas schodzenia ze wzniesienia przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi bol przy uciskaniu kolana tkliwosc uciskowa kolano biegacza latwo pomylic z innymi problemami na przyklad z zapaleniem stawow badanie moze pomoc je odroznic jak sie je leczy odpoczynek moze pomoc mimo to warto zglosic sie do specjalisty od leczenia bolu za bolem moze kryc sie inny problem ukryta przyczyna nasi chiropraktycy moga zbadac kolano i poszukac przyczyny oferuja naturalne metody leczenia i omawiaja z pacjentem mozliwosci leczenie kolana juz teraz moze oznaczac szybszy powrot do zdrowia moze tez oznaczac mniej urazow w przyszlosci kazde kolano jest inne wiec nikt nie moze obiecac wyniku po upadku lub uderzeniu nie moga panstwo w ogole obciazyc nogi kolano lub noga nagle ma nienaturalny ksztalt kolano jest gorace czerwone i spuchniete a do tego maja panstwo goraczke po urazie stopa jest zimna blada lub zdretwiala lydka jest spuchnieta i obolala to moze byc zakrzep krwi zwlaszcza gdy boli klatka piersiowa lub trudno oddychac kolano puchnie w ciagu kilku godzin od urazu kolano blokuje sie lub nagle sie ugina bol nie mija po kilku dniach odpoczynku bol wraca przy kazdym biegu kolano boli na schodach na wzniesieniach lub przy wstawaniu rzepka przeskakuje lub trzeszczy i boli', 3);
INSERT INTO public.articles_articletext VALUES (7, 'en', 'low-back-pain-what-to-do-in-the-first-days', 'Low Back Pain: What to Do in the First Days', 'With new low back pain, gentle movement is usually better than staying in bed. Know the few signs that need help right away.', '<p>Low back pain often comes on fast. You bend, lift or twist, and your back locks up. New pain like this (acute low back pain) often eases over days or weeks.</p>
<h2>What is it?</h2>
<p>The pain sits between your lowest ribs and your hips. It may feel dull, sharp or tight. Your back may be stiff in the morning or after you sit for a while.</p>
<h2>What commonly causes it?</h2>
<p>Often no single cause can be found. Doctors call this nonspecific low back pain. These things commonly play a part:</p>
<ul>
<li>a pulled muscle or ligament (a strain or sprain)</li>
<li>lifting something heavy, or turning while you lift</li>
<li>a lot of sitting, or hard work your back is not used to</li>
<li>wear in the small joints or discs of the spine</li>
</ul>
<p>Serious causes are rare, but they need quick care.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Keep moving:</strong> take short, easy walks and do light tasks. Some soreness as you move is normal.</li>
<li><strong>Do not stay in bed for long:</strong> much bed rest makes muscles stiff and weak. Lie down for a short time if you need to.</li>
<li><strong>Change position often:</strong> stand up and walk a little at least twice an hour.</li>
<li><strong>Try warmth:</strong> a warm pack over clothing for 15 to 20 minutes may ease tight muscles.</li>
<li><strong>Wait with heavy lifting:</strong> go back to it step by step as the pain settles.</li>
<li><strong>Ask about medicine:</strong> a doctor or pharmacist can say which pain medicine is safe for you.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain began and examine your back. They explain what they find in plain words. Then they talk through the options with you, and you decide.</p>
<p>They can also show you ways to move and lift in daily life. If you need another kind of care, they can tell you. People respond in different ways, so no one can promise a result.</p>
', 'your back hurts and you lose control of your bladder or bowels, or cannot pass urine
your back hurts and you feel numb around the groin, genitals or buttocks
your back hurts and one or both legs are weak, or are getting weaker
you have a fever or chills together with the back pain
the back pain began after a serious fall or a car crash
you have chest pain or strong belly pain together with the back pain', 'you have back pain and have had cancer
you have back pain and thin bones (osteoporosis)
you have back pain and lose weight for no clear reason
the back pain wakes you at night
the back pain is not easing after a few weeks', 'your back still hurts after some days of short walks and light tasks
bending, lifting or getting up from a chair hurts
your back gets stiff when you sit for a while
the pain in your low back keeps coming back', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.242309+00', NULL, NULL, ' low back pain what to do in the first days', ' low back pain what to do in the first days with new low back pain gentle movement is usually better than staying in bed know the few signs that need help right away', ' low back pain what to do in the first days with new low back pain gentle movement is usually better than staying in bed know the few signs that need help right away low back pain often comes on fast you bend lift or twist and your back locks up new pain like this acute low back pain often eases over days or weeks what is it the pain sits between your lowest ribs and your hips it may feel dull sharp or tight your back may be stiff in the morning or after you sit for a while what commonly causes it often no single cause can be found doctors call this nonspecific low back pain these things commonly play a part a pulled muscle or ligament a strain or sprain lifting something heavy or turning while you lift a lot of sitting or hard work your back is not used to wear in the small joints or discs of the spine serious causes are rare but they need quick care what can you do now keep moving take short easy walks and do light tasks some soreness as you move is normal do not stay in bed for long much bed rest makes muscles stiff and weak lie down for a short time if you need to change position often stand up and walk a little at least twice an hour try warmth a warm pack over clothing for 15 to 20 minutes may ease tight muscles wait with heavy lifting go back to it step by step as the pain settles ask about medicine a doctor or pharmacist can say which pain medicine is safe for you how the clinic can help our chiropractors ask how the pain began and examine your back they explain what they find in plain words then they talk through the options with you and you decide they can also show you ways to move and lift in daily life if you need another kind of care they can tell you people respond in different ways so no one can promise a result your back hurts and you lose control of your bladder or bowels or cannot pass urine your back hurts and you feel numb around the groin genitals or buttocks your back hurts and one or both legs are weak or are getting weaker you have a fever or chills together with the back pain the back pain began after a serious fall or a car crash you have chest pain or strong belly pain together with the back pain you have back pain and have had cancer you have back pain and thin bones osteoporosis you have back pain and lose weight for no clear reason the back pain wakes you at night the back pain is not easing after a few weeks your back still hurts after some days of short walks and light tasks bending lifting or getting up from a chair hurts your back gets stiff when you sit for a while the pain in your low back keeps coming back', 4);
INSERT INTO public.articles_articletext VALUES (8, 'en', 'neck-pain-from-desk-and-screen-work', 'Neck Pain From Desk and Screen Work', 'Long hours at a screen can make your neck stiff and sore. Small changes at your desk and short breaks can ease the strain.', '<p>Do your neck and shoulders ache after a day at the computer? You are not alone. Holding your head still for hours is hard work for your neck.</p>
<h2>What is it?</h2>
<p>The muscles at the back of your neck hold up your head. When they work for too long without a break, they get tired and tight (muscle strain). You may feel a dull ache, stiffness or sore spots.</p>
<p>The ache may spread to the shoulders or between the shoulder blades. Some people also get a headache. It often builds up through the day and eases with rest.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>sitting in one position for a long time</li>
<li>a screen that is too low, too far away or off to one side</li>
<li>leaning your head forward to read</li>
<li>looking down at a phone or tablet</li>
<li>holding a phone between your ear and shoulder</li>
<li>stress, which can make you tense your shoulders</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li><strong>Raise the screen:</strong> the top edge should be near eye level, about an arm''s length away.</li>
<li><strong>Support your arms and feet:</strong> keep your elbows close to your body and your feet flat.</li>
<li><strong>Use a separate keyboard:</strong> it lets you lift a laptop to a good height.</li>
<li><strong>Take short breaks:</strong> stand up and move for a minute or two every half hour.</li>
<li><strong>Move your neck gently:</strong> turn and tilt your head slowly, and stop if it hurts more.</li>
<li><strong>Lift your phone:</strong> bring it up toward your eyes.</li>
</ul>
<p>No one position is right for the whole day. Changing it often helps more than sitting perfectly still.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your work, your desk and your day. They check how your neck moves and where it is sore. They then explain what they think is behind the pain.</p>
<p>You talk through the options together, including their benefits and risks. The choice is yours. No treatment works for everyone.</p>
', 'the neck pain began after a fall, a car crash or a blow to the head
your face droops, your speech is slurred, or one side of your body is weak
the neck pain came on suddenly, with dizziness, double vision or trouble walking
you have neck pain and a fever, with a stiff neck or a bad headache
your neck hurts and your arms or legs are weak, numb or clumsy
your neck hurts and you lose control of your bladder or bowels
you have chest pain, sweating or trouble breathing along with the neck pain', 'pain, numbness or tingling runs down your arm, and the arm is not weak or clumsy
the neck pain wakes you at night
the neck pain lasts for weeks', 'your neck or shoulders ache after hours at a screen
the ache comes back on most work days
short breaks and changes at your desk do not ease the ache
looking down at a phone or turning your head hurts', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.252221+00', NULL, NULL, ' neck pain from desk and screen work', ' neck pain from desk and screen work long hours at a screen can make your neck stiff and sore small changes at your desk and short breaks can ease the strain', ' neck pain from desk and screen work long hours at a screen can make your neck stiff and sore small changes at your desk and short breaks can ease the strain do your neck and shoulders ache after a day at the computer you are not alone holding your head still for hours is hard work for your neck what is it the muscles at the back of your neck hold up your head when they work for too long without a break they get tired and tight muscle strain you may feel a dull ache stiffness or sore spots the ache may spread to the shoulders or between the shoulder blades some people also get a headache it often builds up through the day and eases with rest what commonly causes it sitting in one position for a long time a screen that is too low too far away or off to one side leaning your head forward to read looking down at a phone or tablet holding a phone between your ear and shoulder stress which can make you tense your shoulders what can you do now raise the screen the top edge should be near eye level about an arm s length away support your arms and feet keep your elbows close to your body and your feet flat use a separate keyboard it lets you lift a laptop to a good height take short breaks stand up and move for a minute or two every half hour move your neck gently turn and tilt your head slowly and stop if it hurts more lift your phone bring it up toward your eyes no one position is right for the whole day changing it often helps more than sitting perfectly still how the clinic can help our chiropractors ask about your work your desk and your day they check how your neck moves and where it is sore they then explain what they think is behind the pain you talk through the options together including their benefits and risks the choice is yours no treatment works for everyone the neck pain began after a fall a car crash or a blow to the head your face droops your speech is slurred or one side of your body is weak the neck pain came on suddenly with dizziness double vision or trouble walking you have neck pain and a fever with a stiff neck or a bad headache your neck hurts and your arms or legs are weak numb or clumsy your neck hurts and you lose control of your bladder or bowels you have chest pain sweating or trouble breathing along with the neck pain pain numbness or tingling runs down your arm and the arm is not weak or clumsy the neck pain wakes you at night the neck pain lasts for weeks your neck or shoulders ache after hours at a screen the ache comes back on most work days short breaks and changes at your desk do not ease the ache looking down at a phone or turning your head hurts', 5);
INSERT INTO public.articles_articletext VALUES (9, 'en', 'sciatica-pain-that-runs-down-the-leg', 'Sciatica: Pain That Runs Down the Leg', 'Pain that shoots down one leg often comes from an irritated nerve in the low back. It often eases with time.', '<p>Some back pain does not stay in the back. It runs through the buttock and down the leg. This kind of nerve pain is called sciatica.</p>
<h2>What is it?</h2>
<p>A long nerve runs from the low back to the foot on each side (the sciatic nerve). When its roots are irritated, you feel pain along its path. The pain may burn, shoot or feel like an electric shock.</p>
<p>You may also notice tingling or a numb patch in the leg or foot. Most often only one leg is affected. Sitting, coughing or sneezing can make it worse.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>A bulging disc (herniated disc):</strong> a cushion between two spine bones pushes out and presses on the nerve.</li>
<li><strong>A narrow spinal canal (spinal stenosis):</strong> the space around the nerves gets tighter, often with age.</li>
<li><strong>A spine bone that has moved forward (spondylolisthesis):</strong> it can crowd a nerve.</li>
<li><strong>Tight or irritated tissue in the buttock:</strong> in some people this bothers the nerve.</li>
</ul>
<p>In rare cases many nerves are squeezed at once (cauda equina syndrome). You may lose control of your bladder or feel numb around the groin. This needs care within hours.</p>
<h2>What can you do now?</h2>
<ul>
<li>Stay as active as the pain allows. Short walks are a good start.</li>
<li>Do not sit for long. Stand up often, and change how you sit.</li>
<li>Find a resting position that calms the leg. Try lying on your side with a pillow between your knees.</li>
<li>Use a warm or cold pack over clothing for 15 to 20 minutes. See which one feels good.</li>
<li>Stop any exercise that sends the pain farther down the leg.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<p>Many people feel better within weeks. For some it takes longer.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask where the pain runs and what sets it off. They check your back, and the strength and feeling in your legs. This helps to show which nerve may be involved.</p>
<p>Then they talk through the options with you. Some people need a doctor''s tests or another kind of care. A result cannot be promised, because every person is different.</p>
', 'you lose control of your bladder or bowels, or you cannot pass urine
you feel numb around the groin, genitals or buttocks
the pain, weakness or numbness is in both legs
a leg or foot is weak, or is getting weaker
you have a fever along with the back or leg pain
the pain began after a serious fall or a car crash', 'you have back or leg pain and have had cancer
you have back or leg pain and lose weight for no clear reason
the back or leg pain is getting worse
the pain will not let you sleep', 'pain runs from your low back or buttock down one leg
sitting, coughing or sneezing brings on the leg pain
you feel tingling in one leg or foot
the leg pain goes away and then comes back', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.261143+00', NULL, NULL, ' sciatica pain that runs down the leg', ' sciatica pain that runs down the leg pain that shoots down one leg often comes from an irritated nerve in the low back it often eases with time', ' sciatica pain that runs down the leg pain that shoots down one leg often comes from an irritated nerve in the low back it often eases with time some back pain does not stay in the back it runs through the buttock and down the leg this kind of nerve pain is called sciatica what is it a long nerve runs from the low back to the foot on each side the sciatic nerve when its roots are irritated you feel pain along its path the pain may burn shoot or feel like an electric shock you may also notice tingling or a numb patch in the leg or foot most often only one leg is affected sitting coughing or sneezing can make it worse what commonly causes it a bulging disc herniated disc a cushion between two spine bones pushes out and presses on the nerve a narrow spinal canal spinal stenosis the space around the nerves gets tighter often with age a spine bone that has moved forward spondylolisthesis it can crowd a nerve tight or irritated tissue in the buttock in some people this bothers the nerve in rare cases many nerves are squeezed at once cauda equina syndrome you may lose control of your bladder or feel numb around the groin this needs care within hours what can you do now stay as active as the pain allows short walks are a good start do not sit for long stand up often and change how you sit find a resting position that calms the leg try lying on your side with a pillow between your knees use a warm or cold pack over clothing for 15 to 20 minutes see which one feels good stop any exercise that sends the pain farther down the leg ask a doctor or pharmacist before you take pain medicine many people feel better within weeks for some it takes longer how the clinic can help our chiropractors ask where the pain runs and what sets it off they check your back and the strength and feeling in your legs this helps to show which nerve may be involved then they talk through the options with you some people need a doctor s tests or another kind of care a result cannot be promised because every person is different you lose control of your bladder or bowels or you cannot pass urine you feel numb around the groin genitals or buttocks the pain weakness or numbness is in both legs a leg or foot is weak or is getting weaker you have a fever along with the back or leg pain the pain began after a serious fall or a car crash you have back or leg pain and have had cancer you have back or leg pain and lose weight for no clear reason the back or leg pain is getting worse the pain will not let you sleep pain runs from your low back or buttock down one leg sitting coughing or sneezing brings on the leg pain you feel tingling in one leg or foot the leg pain goes away and then comes back', 6);
INSERT INTO public.articles_articletext VALUES (10, 'en', 'shoulder-pain-when-lifting-the-arm', 'Shoulder Pain When Lifting the Arm', 'Pain when you reach up often comes from the tendons at the top of the shoulder. Rest it a little, but keep it moving.', '<p>Reaching for a shelf hurts. So does putting on a coat or combing your hair. Pain when you lift your arm is a common shoulder problem.</p>
<h2>What is it?</h2>
<p>Four muscles and their cords (tendons) hold the ball of your shoulder in its socket. Together they are called the rotator cuff. They pass through a narrow space under the bone at the top of the shoulder.</p>
<p>When this area is irritated, raising the arm hurts. You may feel it on the outside of the upper arm. Lying on that side at night can hurt too.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>Irritated tendons (rotator cuff tendinopathy):</strong> lifting or reaching over your head many times can overload them.</li>
<li><strong>A swollen cushion (bursitis):</strong> a small sac of fluid in the shoulder gets sore.</li>
<li><strong>A torn tendon (rotator cuff tear):</strong> this can follow a fall, or come slowly with age.</li>
<li><strong>A stiff shoulder (frozen shoulder):</strong> the joint gets tight, and even someone else cannot move it far.</li>
<li><strong>A neck problem:</strong> an irritated nerve in the neck can send pain to the shoulder.</li>
</ul>
<p>Shoulder pain can also be a sign of a heart attack. Call 911 if your chest hurts too or you have trouble breathing.</p>
<h2>What can you do now?</h2>
<ul>
<li>Cut back on work above shoulder height for a while.</li>
<li>Keep the arm moving in ways that do not hurt much. A shoulder kept still for too long can get stiff.</li>
<li>Move things you use often to a lower shelf.</li>
<li>Carry and lift close to your body.</li>
<li>Use a cold or warm pack over clothing for 15 to 20 minutes.</li>
<li>At night, lie on your other side and rest the sore arm on a pillow.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain started and which movements hurt. They examine your shoulder, and your neck as well. The exam can help to show where the pain comes from.</p>
<p>They explain what they find and talk through the options with you. If a scan or another kind of care makes sense, they can say so. How a shoulder responds differs from person to person.</p>
', 'shoulder pain comes with pain or pressure in the chest, jaw or back: it may be your heart
shoulder pain comes with trouble breathing, a cold sweat, an upset stomach or feeling faint
shoulder pain comes with sudden weakness on one side, a drooping face or trouble speaking
you had a fall or blow, and the shoulder looks out of shape
you suddenly cannot lift your arm after an injury
your arm or hand is numb, cold or pale
the shoulder is hot, red or swollen, and you have a fever', 'there is a lump on or near the shoulder
the shoulder hurts even at rest
the shoulder pain is not easing after a few weeks', 'reaching up, combing your hair or putting on a coat hurts
it hurts to lie on that shoulder
the shoulder is stiff and does not move as far as it did
the pain comes back when you work above shoulder height', 'published', '', NULL, 'This is sample content that no clinician has read.', 1, '2026-11-27 22:43:17.270769+00', NULL, NULL, ' shoulder pain when lifting the arm', ' shoulder pain when lifting the arm pain when you reach up often comes from the tendons at the top of the shoulder rest it a little but keep it moving', ' shoulder pain when lifting the arm pain when you reach up often comes from the tendons at the top of the shoulder rest it a little but keep it moving reaching for a shelf hurts so does putting on a coat or combing your hair pain when you lift your arm is a common shoulder problem what is it four muscles and their cords tendons hold the ball of your shoulder in its socket together they are called the rotator cuff they pass through a narrow space under the bone at the top of the shoulder when this area is irritated raising the arm hurts you may feel it on the outside of the upper arm lying on that side at night can hurt too what commonly causes it irritated tendons rotator cuff tendinopathy lifting or reaching over your head many times can overload them a swollen cushion bursitis a small sac of fluid in the shoulder gets sore a torn tendon rotator cuff tear this can follow a fall or come slowly with age a stiff shoulder frozen shoulder the joint gets tight and even someone else cannot move it far a neck problem an irritated nerve in the neck can send pain to the shoulder shoulder pain can also be a sign of a heart attack call 911 if your chest hurts too or you have trouble breathing what can you do now cut back on work above shoulder height for a while keep the arm moving in ways that do not hurt much a shoulder kept still for too long can get stiff move things you use often to a lower shelf carry and lift close to your body use a cold or warm pack over clothing for 15 to 20 minutes at night lie on your other side and rest the sore arm on a pillow ask a doctor or pharmacist before you take pain medicine how the clinic can help our chiropractors ask how the pain started and which movements hurt they examine your shoulder and your neck as well the exam can help to show where the pain comes from they explain what they find and talk through the options with you if a scan or another kind of care makes sense they can say so how a shoulder responds differs from person to person shoulder pain comes with pain or pressure in the chest jaw or back it may be your heart shoulder pain comes with trouble breathing a cold sweat an upset stomach or feeling faint shoulder pain comes with sudden weakness on one side a drooping face or trouble speaking you had a fall or blow and the shoulder looks out of shape you suddenly cannot lift your arm after an injury your arm or hand is numb cold or pale the shoulder is hot red or swollen and you have a fever there is a lump on or near the shoulder the shoulder hurts even at rest the shoulder pain is not easing after a few weeks reaching up combing your hair or putting on a coat hurts it hurts to lie on that shoulder the shoulder is stiff and does not move as far as it did the pain comes back when you work above shoulder height', 7);


--
-- Data for Name: articles_picture; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: articles_picturetext; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: articles_reference; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: articles_topic; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles_topic VALUES (1, 'knee-pain', 1);
INSERT INTO public.articles_topic VALUES (2, 'back-pain', 2);
INSERT INTO public.articles_topic VALUES (3, 'neck-and-headaches', 3);
INSERT INTO public.articles_topic VALUES (4, 'shoulder-pain', 4);
INSERT INTO public.articles_topic VALUES (5, 'foot-and-ankle', 5);


--
-- Data for Name: articles_topicname; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles_topicname VALUES (1, 'ar', 'ألم الركبة', 1);
INSERT INTO public.articles_topicname VALUES (2, 'en', 'Knee pain', 1);
INSERT INTO public.articles_topicname VALUES (3, 'es', 'Dolor de rodilla', 1);
INSERT INTO public.articles_topicname VALUES (4, 'pl', 'Ból kolana', 1);
INSERT INTO public.articles_topicname VALUES (5, 'ar', 'ألم الظهر', 2);
INSERT INTO public.articles_topicname VALUES (6, 'en', 'Back pain', 2);
INSERT INTO public.articles_topicname VALUES (7, 'es', 'Dolor de espalda', 2);
INSERT INTO public.articles_topicname VALUES (8, 'pl', 'Ból pleców', 2);
INSERT INTO public.articles_topicname VALUES (9, 'ar', 'ألم الرقبة والصداع', 3);
INSERT INTO public.articles_topicname VALUES (10, 'en', 'Neck pain and headaches', 3);
INSERT INTO public.articles_topicname VALUES (11, 'es', 'Dolor de cuello y de cabeza', 3);
INSERT INTO public.articles_topicname VALUES (12, 'pl', 'Ból szyi i głowy', 3);
INSERT INTO public.articles_topicname VALUES (13, 'ar', 'ألم الكتف', 4);
INSERT INTO public.articles_topicname VALUES (14, 'en', 'Shoulder pain', 4);
INSERT INTO public.articles_topicname VALUES (15, 'es', 'Dolor de hombro', 4);
INSERT INTO public.articles_topicname VALUES (16, 'pl', 'Ból barku', 4);
INSERT INTO public.articles_topicname VALUES (17, 'ar', 'القدم والكاحل', 5);
INSERT INTO public.articles_topicname VALUES (18, 'en', 'Foot and ankle', 5);
INSERT INTO public.articles_topicname VALUES (19, 'es', 'Pie y tobillo', 5);
INSERT INTO public.articles_topicname VALUES (20, 'pl', 'Stopa i kostka', 5);


--
-- Data for Name: articles_wording; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles_wording VALUES (1, 1, 'en', 'Headaches That Start in the Neck', 'Some headaches begin in the joints and muscles of the neck. Learn the usual signs, and which headaches are an emergency.', '<p>Head pain does not always start in the head. Sometimes the problem is in the neck, and the pain spreads upward. This is called a neck-related headache (cervicogenic headache).</p>
<h2>What is it?</h2>
<p>Nerves from the upper neck and nerves from the head meet in the same place. So pain from the neck can feel like pain in the head. It often starts at the back of the head and moves toward one eye.</p>
<p>These signs are common:</p>
<ul>
<li>pain that is mostly on one side</li>
<li>a stiff neck that does not turn as far as usual</li>
<li>pain that gets worse when you move or hold your neck a certain way</li>
<li>sore spots at the top of the neck</li>
</ul>
<p>Migraine and tension headaches can cause neck pain too. That makes them hard to tell apart without an exam.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>irritated joints in the upper neck</li>
<li>tight or tired neck muscles</li>
<li>long hours at a desk, at the wheel or on a phone</li>
<li>an old injury, such as whiplash from a car crash</li>
<li>wear in the neck joints (arthritis)</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li>Take a break from what you are doing, and change position.</li>
<li>Turn and tilt your head slowly, within a range that feels comfortable.</li>
<li>Put a warm pack on your neck for 15 to 20 minutes.</li>
<li>Sleep on a pillow that keeps your head level with your body.</li>
<li>Write down when the headaches come and what you did before.</li>
<li>Ask a doctor or pharmacist about pain medicine. Taking it too often can bring on more headaches.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your headaches and your health. They check how your neck moves and look for warning signs. If they see any, you need a medical doctor first.</p>
<p>If the neck seems to play a part, they talk through your options. They explain benefits and risks before anything is done. No one can promise that the headaches will stop.</p>
', 'a headache is sudden and severe, or the worst you have ever had
a headache comes with weakness, numbness, a drooping face or trouble speaking
a headache comes with confusion, fainting or a seizure
a headache comes with a fever and a stiff neck or a rash
a headache comes with loss of vision, double vision or trouble walking
a headache starts after a blow to the head or neck
a headache starts along with sudden, new neck pain that you have not had before', 'you are pregnant and have a new kind of headache: call your doctor today
you have a new kind of headache after age 50
you have had cancer and now have a new kind of headache
your headaches are getting worse', 'the same kind of headache keeps coming back
the pain starts at the back of your head and moves toward one eye
the headache comes on when you move or hold your neck a certain way
your head hurts after long hours at a desk, at the wheel or on a phone', '2026-11-27 22:43:17.156404+00', 1);
INSERT INTO public.articles_wording VALUES (2, 1, 'en', 'Heel Pain With the First Steps in the Morning', 'Heel pain that is sharp with your first steps often comes from the band under your foot. Good shoes and stretching may ease it.', '<p>You get out of bed, and your heel hurts with the first steps. After some walking it eases. Later in the day it may come back.</p>
<h2>What is it?</h2>
<p>A strong band of tissue runs under your foot from the heel to the toes (the plantar fascia). It supports the arch. When it is irritated near the heel, the problem is called plantar fasciitis.</p>
<p>The band rests and tightens while you sleep. Your first steps stretch it again, and that hurts. The same can happen when you stand up after sitting.</p>
<h2>What commonly causes it?</h2>
<p>The band takes on more load than it can handle. These things can add to that load:</p>
<ul>
<li>standing or walking on hard floors for many hours</li>
<li>a sudden increase in running or walking</li>
<li>shoes with thin soles or little support</li>
<li>tight calf muscles or a tight cord above the heel (Achilles tendon)</li>
<li>very flat feet or very high arches</li>
<li>extra body weight</li>
</ul>
<p>A bony growth on the heel (heel spur) may show on an X-ray. Many people have one and feel no pain.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Stretch before you stand:</strong> pull your toes gently toward you for about 20 seconds, a few times.</li>
<li><strong>Stretch your calf:</strong> lean toward a wall with one leg behind you and the heel down.</li>
<li><strong>Wear shoes with support:</strong> put them on right away, and do not walk barefoot on hard floors.</li>
<li><strong>Ease the load:</strong> swap some running for cycling or swimming for a while.</li>
<li><strong>Cool the heel:</strong> use a cold pack wrapped in a towel for up to 15 minutes.</li>
</ul>
<p>Be patient. It often takes some months to settle.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your shoes, your work and your sport. They examine your foot, ankle and calf, and watch how you walk. Then they explain what may be adding to the load.</p>
<p>They talk through the options with you, such as stretches and changes in activity. Your next steps are up to you. Feet differ, so no one can promise how fast the pain will ease.</p>
', 'you cannot put weight on the foot after a fall or jump
you felt a pop in the heel and cannot push up on your toes
the heel is hot, red and swollen, and you have a fever
your foot is suddenly numb, cold or pale
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing', 'you have diabetes and any sore or wound on your foot: go today
the heel pain stays when you rest
both heels hurt along with other joints', 'your heel hurts with the first steps in the morning
your heel hurts when you stand up after sitting
the pain comes back after a long day on your feet
stretching and shoes with support do not ease the pain enough', '2026-11-27 22:43:17.200829+00', 2);
INSERT INTO public.articles_wording VALUES (3, 1, 'en', 'Knee Pain After Running: What to Know', 'Running puts a high load on the knees. Rest may ease the pain, but have it checked to find the cause.', '<p>Running is good for your heart. It can ease stress, and it gets you outdoors. But it also puts a high load on your knees.</p>
<p>You may have heard of “runner''s knee”. That is a broad name for pain around the kneecap (patellofemoral pain). The knee feels stiff or sore after a run, and it gets worse when you move.</p>
<h2>What causes it?</h2>
<p>Knee pain after a run often has one of these causes.</p>
<ul>
<li><strong>Overuse:</strong> muscle needs time to repair after a run. Constant bending irritates the area around the kneecap. Running every day inflames the tissue, and rest days lower the risk.</li>
<li><strong>Worn cartilage behind the kneecap (chondromalacia patella):</strong> cartilage is the smooth layer on the back of the kneecap. It can soften and wear away. The bones then rub against each other, and that hurts.</li>
<li><strong>Weak thigh muscles:</strong> muscles at the back and front of the thigh (hamstrings and quadriceps) carry the load. Going from mostly sitting to hard running is not safe. It raises the risk of damage to the cartilage.</li>
</ul>
<h2>What are the symptoms?</h2>
<ul>
<li>Pain that grows when you stand, walk or bend the knee, most of all downhill.</li>
<li>Clicking or grinding of the kneecap when you bend or straighten your leg.</li>
<li>Soreness when you press on the knee (tenderness).</li>
</ul>
<p>Runner''s knee is easy to mistake for other problems, such as arthritis. An exam can help to tell them apart.</p>
<h2>How is it treated?</h2>
<p>Rest may help. It is still worth seeing a pain specialist. Another problem may lie behind the pain (an underlying cause).</p>
<p>Our chiropractors can examine your knee and look for the cause. They offer natural treatments and talk through the options with you.</p>
<p>Treating the knee now can mean a faster recovery. It can also mean fewer injuries later. Every knee is different, so no one can promise a result.</p>
', 'you cannot put any weight on the leg after a fall or a blow
the knee or leg suddenly looks out of shape
the knee is hot, red and swollen, and you have a fever
the foot is cold, pale or numb after an injury
your calf is swollen and sore (this can be a blood clot), above all with chest pain or trouble breathing', 'the knee swells within hours of an injury
the knee locks or gives way', 'the pain is still there after a few days of rest
the pain comes back with every run
stairs, hills or standing up hurt
the kneecap clicks or grinds and hurts', '2026-11-27 22:43:17.211281+00', 3);
INSERT INTO public.articles_wording VALUES (4, 1, 'ar', 'ألم الركبة بعد الجري: ما ينبغي معرفته', 'الجري يضع ضغطًا كبيرًا على الركبتين. قد تخفف الراحة الألم، لكن من المفيد فحص الركبة لمعرفة السبب.', '<p>الجري مفيد للقلب. وقد يخفف التوتر ويتيح لك قضاء وقت في الهواء الطلق. لكنه يضع أيضًا ضغطًا كبيرًا على الركبتين.</p>
<p>ربما سمعت بعبارة «ركبة العدّاء». هذا اسم عام للألم حول رضفة الركبة (الألم الرضفي الفخذي). تشعر بتيبّس الركبة أو بألم فيها بعد الجري، ويزداد ذلك مع الحركة.</p>
<h2>ما الأسباب؟</h2>
<p>كثيرًا ما يعود ألم الركبة بعد الجري إلى أحد هذه الأسباب.</p>
<ul>
<li><strong>الإفراط في الاستخدام:</strong> تحتاج العضلات إلى وقت كي ترمم نفسها بعد الجري. وثني الركبة باستمرار يهيّج المنطقة المحيطة بالرضفة. والجري كل يوم يسبب التهاب الأنسجة، أما أيام الراحة فتقلل هذا الخطر.</li>
<li><strong>تآكل الغضروف خلف الرضفة (تلين غضروف الرضفة):</strong> الغضروف هو الطبقة الملساء على السطح الخلفي للرضفة. وقد يلين ويتآكل. عندئذ تحتك العظام بعضها ببعض، وهذا مؤلم.</li>
<li><strong>ضعف عضلات الفخذ:</strong> العضلات في خلف الفخذ وأمامه (أوتار المأبض والعضلة الرباعية) هي التي تتحمل العبء. والانتقال من قلة الحركة إلى الجري الشديد ليس آمنًا. فهو يزيد خطر تضرر الغضروف.</li>
</ul>
<h2>ما الأعراض؟</h2>
<ul>
<li>ألم يزداد عند الوقوف أو المشي أو ثني الركبة، وخصوصًا عند نزول المنحدرات.</li>
<li>طقطقة أو احتكاك في الرضفة عند ثني الساق أو مدّها.</li>
<li>ألم عند الضغط على الركبة (إيلام عند الجس).</li>
</ul>
<p>من السهل الخلط بين ركبة العدّاء ومشكلات أخرى مثل التهاب المفاصل. وقد يساعد الفحص على التمييز بينها.</p>
<h2>كيف يكون العلاج؟</h2>
<p>قد تساعد الراحة. ومع ذلك من المفيد مراجعة اختصاصي في علاج الألم. فقد تكون وراء الألم مشكلة أخرى (سبب كامن).</p>
<p>يمكن للمعالجين بتقويم العمود الفقري (الكايروبراكتيك) في عيادتنا فحص ركبتك والبحث عن السبب. وهم يقدمون علاجات طبيعية ويناقشون معك الخيارات.</p>
<p>قد يعني علاج الركبة الآن تعافيًا أسرع. وقد يعني أيضًا إصابات أقل في المستقبل. كل ركبة تختلف عن غيرها، ولذلك لا يمكن لأحد أن يعد بنتيجة.</p>
', 'لم تستطع الوقوف على ساقك أو تحميلها وزنك بعد سقوط أو ضربة
أصبح شكل الركبة أو الساق غير طبيعي فجأة
كانت الركبة ساخنة وحمراء ومتورمة وكانت لديك حمى
أصبحت القدم باردة أو شاحبة أو خدِرة بعد إصابة
كانت ربلة الساق (بطة الساق) متورمة ومؤلمة (فقد تكون هذه جلطة دموية)، وخصوصًا مع ألم في الصدر أو صعوبة في التنفس', 'تورّمت الركبة خلال ساعات من التعرض لإصابة
علقت الركبة في مكانها أو انثنت تحتك فجأة', 'استمر الألم بعد بضعة أيام من الراحة
عاد الألم في كل مرة تجري فيها
آلمتك الركبة على الدرج أو على المنحدرات أو عند النهوض
شعرت بطقطقة أو احتكاك في الرضفة مع ألم', '2026-11-27 22:43:17.220771+00', 4);
INSERT INTO public.articles_wording VALUES (5, 1, 'es', 'Dolor de rodilla después de correr: lo que debe saber', 'Correr exige mucho a las rodillas. El descanso puede aliviar el dolor, pero conviene una revisión para encontrar la causa.', '<p>Correr es bueno para el corazón. Puede aliviar el estrés y le permite pasar tiempo al aire libre. Pero también somete las rodillas a una gran carga.</p>
<p>Tal vez haya oído hablar de la «rodilla del corredor». Es un nombre amplio para el dolor alrededor de la rótula (dolor patelofemoral). La rodilla se siente rígida o adolorida después de correr y empeora al moverse.</p>
<h2>¿Cuáles son las causas?</h2>
<p>El dolor de rodilla después de correr suele tener una de estas causas.</p>
<ul>
<li><strong>Uso excesivo:</strong> el músculo necesita tiempo para repararse después de correr. Doblar la rodilla constantemente irrita la zona que rodea la rótula. Correr todos los días inflama los tejidos, y los días de descanso reducen el riesgo.</li>
<li><strong>Cartílago desgastado tras la rótula (condromalacia rotuliana):</strong> el cartílago es la capa lisa en la parte posterior de la rótula. Puede ablandarse y desgastarse. Entonces los huesos rozan entre sí, y eso duele.</li>
<li><strong>Músculos débiles en los muslos:</strong> los músculos de atrás y de delante (isquiotibiales y cuádriceps) soportan la carga. Pasar de una vida sedentaria a correr con intensidad no es seguro. Aumenta el riesgo de dañar el cartílago.</li>
</ul>
<h2>¿Cuáles son los síntomas?</h2>
<ul>
<li>Dolor que aumenta al estar de pie, caminar o doblar la rodilla, sobre todo cuesta abajo.</li>
<li>Chasquidos o crujidos de la rótula al doblar o enderezar la pierna.</li>
<li>Dolor al presionar la rodilla (sensibilidad a la presión).</li>
</ul>
<p>Es fácil confundir la rodilla del corredor con otros problemas, como la artritis. Un examen puede ayudar a distinguirlos.</p>
<h2>¿Cómo se trata?</h2>
<p>El descanso puede ayudar. Aun así, vale la pena consultar a un especialista en dolor. Puede haber otro problema detrás del dolor (una causa subyacente).</p>
<p>Nuestros quiroprácticos pueden examinarle la rodilla y buscar la causa. Ofrecen tratamientos naturales y hablan con usted sobre las opciones.</p>
<p>Tratar la rodilla ahora puede significar una recuperación más rápida. También puede significar menos lesiones más adelante. Cada rodilla es diferente, así que nadie puede prometer un resultado.</p>
', 'no puede apoyar nada de peso en la pierna después de una caída o un golpe
la rodilla o la pierna de pronto se ve deformada
la rodilla está caliente, roja e hinchada, y usted tiene fiebre
el pie está frío, pálido o adormecido después de una lesión
tiene la pantorrilla hinchada y adolorida (puede ser un coágulo de sangre), sobre todo si le duele el pecho o le cuesta respirar', 'la rodilla se hincha a las pocas horas de una lesión
la rodilla se le traba o le falla', 'el dolor sigue después de unos días de descanso
el dolor vuelve cada vez que corre
le duele la rodilla en las escaleras, en las cuestas o al levantarse
la rótula chasquea o cruje y le duele', '2026-11-27 22:43:17.229547+00', 5);
INSERT INTO public.articles_wording VALUES (6, 1, 'pl', 'Ból kolana po bieganiu: co warto wiedzieć', 'Bieganie mocno obciąża kolana. Odpoczynek może złagodzić ból, ale warto zbadać kolano i poznać przyczynę.', '<p>Bieganie jest dobre dla serca. Może zmniejszać stres i&nbsp;pozwala spędzać czas na świeżym powietrzu. Jednak mocno obciąża też kolana.</p>
<p>Być może znają Państwo określenie „kolano biegacza”. To szeroka nazwa bólu wokół rzepki (ból rzepkowo-udowy). Po biegu kolano jest sztywne lub obolałe, a&nbsp;podczas ruchu dolegliwości się nasilają.</p>
<h2>Jakie są przyczyny?</h2>
<p>Ból kolana po bieganiu często ma jedną z&nbsp;tych przyczyn.</p>
<ul>
<li><strong>Przeciążenie:</strong> po biegu mięśnie potrzebują czasu na regenerację. Ciągłe zginanie kolana podrażnia okolicę rzepki. Codzienne bieganie wywołuje stan zapalny tkanek, a&nbsp;dni odpoczynku zmniejszają ryzyko.</li>
<li><strong>Zużycie chrząstki za rzepką (chondromalacja rzepki):</strong> chrząstka to gładka warstwa na tylnej stronie rzepki. Może zmięknąć i&nbsp;się ścierać. Wtedy kości trą o&nbsp;siebie i&nbsp;to powoduje ból.</li>
<li><strong>Słabe mięśnie ud:</strong> obciążenie przejmują mięśnie z&nbsp;tyłu i&nbsp;z&nbsp;przodu uda (mięśnie kulszowo-goleniowe i&nbsp;mięsień czworogłowy). Przejście od siedzącego trybu życia prosto do intensywnego biegania nie jest bezpieczne. Zwiększa ryzyko uszkodzenia chrząstki.</li>
</ul>
<h2>Jakie są objawy?</h2>
<ul>
<li>Ból, który narasta podczas stania, chodzenia lub zginania kolana, zwłaszcza podczas schodzenia ze wzniesienia.</li>
<li>Przeskakiwanie lub trzeszczenie rzepki przy zginaniu lub prostowaniu nogi.</li>
<li>Ból przy uciskaniu kolana (tkliwość uciskowa).</li>
</ul>
<p>Kolano biegacza łatwo pomylić z&nbsp;innymi problemami, na przykład z&nbsp;zapaleniem stawów. Badanie może pomóc je odróżnić.</p>
<h2>Jak się je leczy?</h2>
<p>Odpoczynek może pomóc. Mimo to warto zgłosić się do specjalisty od leczenia bólu. Za bólem może kryć się inny problem (ukryta przyczyna).</p>
<p>Nasi chiropraktycy mogą zbadać kolano i&nbsp;poszukać przyczyny. Oferują naturalne metody leczenia i&nbsp;omawiają z&nbsp;pacjentem możliwości.</p>
<p>Leczenie kolana już teraz może oznaczać szybszy powrót do zdrowia. Może też oznaczać mniej urazów w&nbsp;przyszłości. Każde kolano jest inne, więc nikt nie może obiecać wyniku.</p>
', 'po upadku lub uderzeniu nie mogą Państwo w ogóle obciążyć nogi
kolano lub noga nagle ma nienaturalny kształt
kolano jest gorące, czerwone i spuchnięte, a do tego mają Państwo gorączkę
po urazie stopa jest zimna, blada lub zdrętwiała
łydka jest spuchnięta i obolała (to może być zakrzep krwi), zwłaszcza gdy boli klatka piersiowa lub trudno oddychać', 'kolano puchnie w ciągu kilku godzin od urazu
kolano blokuje się lub nagle się ugina', 'ból nie mija po kilku dniach odpoczynku
ból wraca przy każdym biegu
kolano boli na schodach, na wzniesieniach lub przy wstawaniu
rzepka przeskakuje lub trzeszczy i boli', '2026-11-27 22:43:17.238027+00', 6);
INSERT INTO public.articles_wording VALUES (7, 1, 'en', 'Low Back Pain: What to Do in the First Days', 'With new low back pain, gentle movement is usually better than staying in bed. Know the few signs that need help right away.', '<p>Low back pain often comes on fast. You bend, lift or twist, and your back locks up. New pain like this (acute low back pain) often eases over days or weeks.</p>
<h2>What is it?</h2>
<p>The pain sits between your lowest ribs and your hips. It may feel dull, sharp or tight. Your back may be stiff in the morning or after you sit for a while.</p>
<h2>What commonly causes it?</h2>
<p>Often no single cause can be found. Doctors call this nonspecific low back pain. These things commonly play a part:</p>
<ul>
<li>a pulled muscle or ligament (a strain or sprain)</li>
<li>lifting something heavy, or turning while you lift</li>
<li>a lot of sitting, or hard work your back is not used to</li>
<li>wear in the small joints or discs of the spine</li>
</ul>
<p>Serious causes are rare, but they need quick care.</p>
<h2>What can you do now?</h2>
<ul>
<li><strong>Keep moving:</strong> take short, easy walks and do light tasks. Some soreness as you move is normal.</li>
<li><strong>Do not stay in bed for long:</strong> much bed rest makes muscles stiff and weak. Lie down for a short time if you need to.</li>
<li><strong>Change position often:</strong> stand up and walk a little at least twice an hour.</li>
<li><strong>Try warmth:</strong> a warm pack over clothing for 15 to 20 minutes may ease tight muscles.</li>
<li><strong>Wait with heavy lifting:</strong> go back to it step by step as the pain settles.</li>
<li><strong>Ask about medicine:</strong> a doctor or pharmacist can say which pain medicine is safe for you.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain began and examine your back. They explain what they find in plain words. Then they talk through the options with you, and you decide.</p>
<p>They can also show you ways to move and lift in daily life. If you need another kind of care, they can tell you. People respond in different ways, so no one can promise a result.</p>
', 'your back hurts and you lose control of your bladder or bowels, or cannot pass urine
your back hurts and you feel numb around the groin, genitals or buttocks
your back hurts and one or both legs are weak, or are getting weaker
you have a fever or chills together with the back pain
the back pain began after a serious fall or a car crash
you have chest pain or strong belly pain together with the back pain', 'you have back pain and have had cancer
you have back pain and thin bones (osteoporosis)
you have back pain and lose weight for no clear reason
the back pain wakes you at night
the back pain is not easing after a few weeks', 'your back still hurts after some days of short walks and light tasks
bending, lifting or getting up from a chair hurts
your back gets stiff when you sit for a while
the pain in your low back keeps coming back', '2026-11-27 22:43:17.248013+00', 7);
INSERT INTO public.articles_wording VALUES (8, 1, 'en', 'Neck Pain From Desk and Screen Work', 'Long hours at a screen can make your neck stiff and sore. Small changes at your desk and short breaks can ease the strain.', '<p>Do your neck and shoulders ache after a day at the computer? You are not alone. Holding your head still for hours is hard work for your neck.</p>
<h2>What is it?</h2>
<p>The muscles at the back of your neck hold up your head. When they work for too long without a break, they get tired and tight (muscle strain). You may feel a dull ache, stiffness or sore spots.</p>
<p>The ache may spread to the shoulders or between the shoulder blades. Some people also get a headache. It often builds up through the day and eases with rest.</p>
<h2>What commonly causes it?</h2>
<ul>
<li>sitting in one position for a long time</li>
<li>a screen that is too low, too far away or off to one side</li>
<li>leaning your head forward to read</li>
<li>looking down at a phone or tablet</li>
<li>holding a phone between your ear and shoulder</li>
<li>stress, which can make you tense your shoulders</li>
</ul>
<h2>What can you do now?</h2>
<ul>
<li><strong>Raise the screen:</strong> the top edge should be near eye level, about an arm''s length away.</li>
<li><strong>Support your arms and feet:</strong> keep your elbows close to your body and your feet flat.</li>
<li><strong>Use a separate keyboard:</strong> it lets you lift a laptop to a good height.</li>
<li><strong>Take short breaks:</strong> stand up and move for a minute or two every half hour.</li>
<li><strong>Move your neck gently:</strong> turn and tilt your head slowly, and stop if it hurts more.</li>
<li><strong>Lift your phone:</strong> bring it up toward your eyes.</li>
</ul>
<p>No one position is right for the whole day. Changing it often helps more than sitting perfectly still.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask about your work, your desk and your day. They check how your neck moves and where it is sore. They then explain what they think is behind the pain.</p>
<p>You talk through the options together, including their benefits and risks. The choice is yours. No treatment works for everyone.</p>
', 'the neck pain began after a fall, a car crash or a blow to the head
your face droops, your speech is slurred, or one side of your body is weak
the neck pain came on suddenly, with dizziness, double vision or trouble walking
you have neck pain and a fever, with a stiff neck or a bad headache
your neck hurts and your arms or legs are weak, numb or clumsy
your neck hurts and you lose control of your bladder or bowels
you have chest pain, sweating or trouble breathing along with the neck pain', 'pain, numbness or tingling runs down your arm, and the arm is not weak or clumsy
the neck pain wakes you at night
the neck pain lasts for weeks', 'your neck or shoulders ache after hours at a screen
the ache comes back on most work days
short breaks and changes at your desk do not ease the ache
looking down at a phone or turning your head hurts', '2026-11-27 22:43:17.257151+00', 8);
INSERT INTO public.articles_wording VALUES (9, 1, 'en', 'Sciatica: Pain That Runs Down the Leg', 'Pain that shoots down one leg often comes from an irritated nerve in the low back. It often eases with time.', '<p>Some back pain does not stay in the back. It runs through the buttock and down the leg. This kind of nerve pain is called sciatica.</p>
<h2>What is it?</h2>
<p>A long nerve runs from the low back to the foot on each side (the sciatic nerve). When its roots are irritated, you feel pain along its path. The pain may burn, shoot or feel like an electric shock.</p>
<p>You may also notice tingling or a numb patch in the leg or foot. Most often only one leg is affected. Sitting, coughing or sneezing can make it worse.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>A bulging disc (herniated disc):</strong> a cushion between two spine bones pushes out and presses on the nerve.</li>
<li><strong>A narrow spinal canal (spinal stenosis):</strong> the space around the nerves gets tighter, often with age.</li>
<li><strong>A spine bone that has moved forward (spondylolisthesis):</strong> it can crowd a nerve.</li>
<li><strong>Tight or irritated tissue in the buttock:</strong> in some people this bothers the nerve.</li>
</ul>
<p>In rare cases many nerves are squeezed at once (cauda equina syndrome). You may lose control of your bladder or feel numb around the groin. This needs care within hours.</p>
<h2>What can you do now?</h2>
<ul>
<li>Stay as active as the pain allows. Short walks are a good start.</li>
<li>Do not sit for long. Stand up often, and change how you sit.</li>
<li>Find a resting position that calms the leg. Try lying on your side with a pillow between your knees.</li>
<li>Use a warm or cold pack over clothing for 15 to 20 minutes. See which one feels good.</li>
<li>Stop any exercise that sends the pain farther down the leg.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<p>Many people feel better within weeks. For some it takes longer.</p>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask where the pain runs and what sets it off. They check your back, and the strength and feeling in your legs. This helps to show which nerve may be involved.</p>
<p>Then they talk through the options with you. Some people need a doctor''s tests or another kind of care. A result cannot be promised, because every person is different.</p>
', 'you lose control of your bladder or bowels, or you cannot pass urine
you feel numb around the groin, genitals or buttocks
the pain, weakness or numbness is in both legs
a leg or foot is weak, or is getting weaker
you have a fever along with the back or leg pain
the pain began after a serious fall or a car crash', 'you have back or leg pain and have had cancer
you have back or leg pain and lose weight for no clear reason
the back or leg pain is getting worse
the pain will not let you sleep', 'pain runs from your low back or buttock down one leg
sitting, coughing or sneezing brings on the leg pain
you feel tingling in one leg or foot
the leg pain goes away and then comes back', '2026-11-27 22:43:17.266083+00', 9);
INSERT INTO public.articles_wording VALUES (10, 1, 'en', 'Shoulder Pain When Lifting the Arm', 'Pain when you reach up often comes from the tendons at the top of the shoulder. Rest it a little, but keep it moving.', '<p>Reaching for a shelf hurts. So does putting on a coat or combing your hair. Pain when you lift your arm is a common shoulder problem.</p>
<h2>What is it?</h2>
<p>Four muscles and their cords (tendons) hold the ball of your shoulder in its socket. Together they are called the rotator cuff. They pass through a narrow space under the bone at the top of the shoulder.</p>
<p>When this area is irritated, raising the arm hurts. You may feel it on the outside of the upper arm. Lying on that side at night can hurt too.</p>
<h2>What commonly causes it?</h2>
<ul>
<li><strong>Irritated tendons (rotator cuff tendinopathy):</strong> lifting or reaching over your head many times can overload them.</li>
<li><strong>A swollen cushion (bursitis):</strong> a small sac of fluid in the shoulder gets sore.</li>
<li><strong>A torn tendon (rotator cuff tear):</strong> this can follow a fall, or come slowly with age.</li>
<li><strong>A stiff shoulder (frozen shoulder):</strong> the joint gets tight, and even someone else cannot move it far.</li>
<li><strong>A neck problem:</strong> an irritated nerve in the neck can send pain to the shoulder.</li>
</ul>
<p>Shoulder pain can also be a sign of a heart attack. Call 911 if your chest hurts too or you have trouble breathing.</p>
<h2>What can you do now?</h2>
<ul>
<li>Cut back on work above shoulder height for a while.</li>
<li>Keep the arm moving in ways that do not hurt much. A shoulder kept still for too long can get stiff.</li>
<li>Move things you use often to a lower shelf.</li>
<li>Carry and lift close to your body.</li>
<li>Use a cold or warm pack over clothing for 15 to 20 minutes.</li>
<li>At night, lie on your other side and rest the sore arm on a pillow.</li>
<li>Ask a doctor or pharmacist before you take pain medicine.</li>
</ul>
<h2>How the clinic can help</h2>
<p>Our chiropractors ask how the pain started and which movements hurt. They examine your shoulder, and your neck as well. The exam can help to show where the pain comes from.</p>
<p>They explain what they find and talk through the options with you. If a scan or another kind of care makes sense, they can say so. How a shoulder responds differs from person to person.</p>
', 'shoulder pain comes with pain or pressure in the chest, jaw or back: it may be your heart
shoulder pain comes with trouble breathing, a cold sweat, an upset stomach or feeling faint
shoulder pain comes with sudden weakness on one side, a drooping face or trouble speaking
you had a fall or blow, and the shoulder looks out of shape
you suddenly cannot lift your arm after an injury
your arm or hand is numb, cold or pale
the shoulder is hot, red or swollen, and you have a fever', 'there is a lump on or near the shoulder
the shoulder hurts even at rest
the shoulder pain is not easing after a few weeks', 'reaching up, combing your hair or putting on a coat hurts
it hurts to lie on that shoulder
the shoulder is stiff and does not move as far as it did
the pain comes back when you work above shoulder height', '2026-11-27 22:43:17.275966+00', 10);


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_group VALUES (1, 'Front desk');
INSERT INTO public.auth_group VALUES (2, 'Editor');
INSERT INTO public.auth_group VALUES (3, 'Manager');


--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_group_permissions VALUES (1, 1, 1);
INSERT INTO public.auth_group_permissions VALUES (2, 1, 2);
INSERT INTO public.auth_group_permissions VALUES (3, 1, 3);
INSERT INTO public.auth_group_permissions VALUES (4, 2, 4);
INSERT INTO public.auth_group_permissions VALUES (5, 2, 5);
INSERT INTO public.auth_group_permissions VALUES (6, 2, 6);
INSERT INTO public.auth_group_permissions VALUES (7, 2, 7);
INSERT INTO public.auth_group_permissions VALUES (8, 2, 8);
INSERT INTO public.auth_group_permissions VALUES (9, 2, 9);
INSERT INTO public.auth_group_permissions VALUES (10, 2, 10);
INSERT INTO public.auth_group_permissions VALUES (11, 2, 11);
INSERT INTO public.auth_group_permissions VALUES (12, 2, 12);
INSERT INTO public.auth_group_permissions VALUES (13, 2, 13);
INSERT INTO public.auth_group_permissions VALUES (14, 2, 14);
INSERT INTO public.auth_group_permissions VALUES (15, 2, 15);
INSERT INTO public.auth_group_permissions VALUES (16, 2, 16);
INSERT INTO public.auth_group_permissions VALUES (17, 2, 17);
INSERT INTO public.auth_group_permissions VALUES (18, 2, 18);
INSERT INTO public.auth_group_permissions VALUES (19, 2, 19);
INSERT INTO public.auth_group_permissions VALUES (20, 2, 20);
INSERT INTO public.auth_group_permissions VALUES (21, 2, 21);
INSERT INTO public.auth_group_permissions VALUES (22, 2, 22);
INSERT INTO public.auth_group_permissions VALUES (23, 2, 23);
INSERT INTO public.auth_group_permissions VALUES (24, 2, 24);
INSERT INTO public.auth_group_permissions VALUES (25, 2, 25);
INSERT INTO public.auth_group_permissions VALUES (26, 2, 26);
INSERT INTO public.auth_group_permissions VALUES (27, 2, 27);
INSERT INTO public.auth_group_permissions VALUES (28, 2, 28);
INSERT INTO public.auth_group_permissions VALUES (29, 2, 29);
INSERT INTO public.auth_group_permissions VALUES (30, 2, 30);
INSERT INTO public.auth_group_permissions VALUES (31, 2, 31);
INSERT INTO public.auth_group_permissions VALUES (32, 2, 32);
INSERT INTO public.auth_group_permissions VALUES (33, 2, 33);
INSERT INTO public.auth_group_permissions VALUES (34, 2, 34);
INSERT INTO public.auth_group_permissions VALUES (35, 2, 35);
INSERT INTO public.auth_group_permissions VALUES (36, 2, 36);
INSERT INTO public.auth_group_permissions VALUES (37, 2, 37);
INSERT INTO public.auth_group_permissions VALUES (38, 2, 38);
INSERT INTO public.auth_group_permissions VALUES (39, 2, 39);
INSERT INTO public.auth_group_permissions VALUES (40, 2, 40);
INSERT INTO public.auth_group_permissions VALUES (41, 2, 41);
INSERT INTO public.auth_group_permissions VALUES (42, 3, 1);
INSERT INTO public.auth_group_permissions VALUES (43, 3, 2);
INSERT INTO public.auth_group_permissions VALUES (44, 3, 3);
INSERT INTO public.auth_group_permissions VALUES (45, 3, 4);
INSERT INTO public.auth_group_permissions VALUES (46, 3, 5);
INSERT INTO public.auth_group_permissions VALUES (47, 3, 6);
INSERT INTO public.auth_group_permissions VALUES (48, 3, 7);
INSERT INTO public.auth_group_permissions VALUES (49, 3, 8);
INSERT INTO public.auth_group_permissions VALUES (50, 3, 9);
INSERT INTO public.auth_group_permissions VALUES (51, 3, 10);
INSERT INTO public.auth_group_permissions VALUES (52, 3, 11);
INSERT INTO public.auth_group_permissions VALUES (53, 3, 12);
INSERT INTO public.auth_group_permissions VALUES (54, 3, 13);
INSERT INTO public.auth_group_permissions VALUES (55, 3, 14);
INSERT INTO public.auth_group_permissions VALUES (56, 3, 15);
INSERT INTO public.auth_group_permissions VALUES (57, 3, 16);
INSERT INTO public.auth_group_permissions VALUES (58, 3, 17);
INSERT INTO public.auth_group_permissions VALUES (59, 3, 18);
INSERT INTO public.auth_group_permissions VALUES (60, 3, 19);
INSERT INTO public.auth_group_permissions VALUES (61, 3, 20);
INSERT INTO public.auth_group_permissions VALUES (62, 3, 21);
INSERT INTO public.auth_group_permissions VALUES (63, 3, 22);
INSERT INTO public.auth_group_permissions VALUES (64, 3, 23);
INSERT INTO public.auth_group_permissions VALUES (65, 3, 24);
INSERT INTO public.auth_group_permissions VALUES (66, 3, 25);
INSERT INTO public.auth_group_permissions VALUES (67, 3, 26);
INSERT INTO public.auth_group_permissions VALUES (68, 3, 27);
INSERT INTO public.auth_group_permissions VALUES (69, 3, 28);
INSERT INTO public.auth_group_permissions VALUES (70, 3, 29);
INSERT INTO public.auth_group_permissions VALUES (71, 3, 30);
INSERT INTO public.auth_group_permissions VALUES (72, 3, 31);
INSERT INTO public.auth_group_permissions VALUES (73, 3, 32);
INSERT INTO public.auth_group_permissions VALUES (74, 3, 33);
INSERT INTO public.auth_group_permissions VALUES (75, 3, 34);
INSERT INTO public.auth_group_permissions VALUES (76, 3, 35);
INSERT INTO public.auth_group_permissions VALUES (77, 3, 36);
INSERT INTO public.auth_group_permissions VALUES (78, 3, 37);
INSERT INTO public.auth_group_permissions VALUES (79, 3, 38);
INSERT INTO public.auth_group_permissions VALUES (80, 3, 39);
INSERT INTO public.auth_group_permissions VALUES (81, 3, 40);
INSERT INTO public.auth_group_permissions VALUES (82, 3, 41);
INSERT INTO public.auth_group_permissions VALUES (83, 3, 42);
INSERT INTO public.auth_group_permissions VALUES (84, 3, 43);
INSERT INTO public.auth_group_permissions VALUES (85, 3, 44);
INSERT INTO public.auth_group_permissions VALUES (86, 3, 45);
INSERT INTO public.auth_group_permissions VALUES (87, 3, 46);
INSERT INTO public.auth_group_permissions VALUES (88, 3, 47);
INSERT INTO public.auth_group_permissions VALUES (89, 3, 48);
INSERT INTO public.auth_group_permissions VALUES (90, 3, 49);
INSERT INTO public.auth_group_permissions VALUES (91, 3, 50);
INSERT INTO public.auth_group_permissions VALUES (92, 3, 51);
INSERT INTO public.auth_group_permissions VALUES (93, 3, 52);
INSERT INTO public.auth_group_permissions VALUES (94, 3, 53);
INSERT INTO public.auth_group_permissions VALUES (95, 3, 54);
INSERT INTO public.auth_group_permissions VALUES (96, 3, 55);
INSERT INTO public.auth_group_permissions VALUES (97, 3, 56);
INSERT INTO public.auth_group_permissions VALUES (98, 3, 57);


--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_permission VALUES (1, 'Can view consultation request', 1, 'view_consultationrequest');
INSERT INTO public.auth_permission VALUES (2, 'Can change consultation request', 1, 'change_consultationrequest');
INSERT INTO public.auth_permission VALUES (3, 'Can view outgoing mail', 2, 'view_outgoingmail');
INSERT INTO public.auth_permission VALUES (4, 'Can add topic', 3, 'add_topic');
INSERT INTO public.auth_permission VALUES (5, 'Can change topic', 3, 'change_topic');
INSERT INTO public.auth_permission VALUES (6, 'Can delete topic', 3, 'delete_topic');
INSERT INTO public.auth_permission VALUES (7, 'Can view topic', 3, 'view_topic');
INSERT INTO public.auth_permission VALUES (8, 'Can add topic name', 4, 'add_topicname');
INSERT INTO public.auth_permission VALUES (9, 'Can change topic name', 4, 'change_topicname');
INSERT INTO public.auth_permission VALUES (10, 'Can delete topic name', 4, 'delete_topicname');
INSERT INTO public.auth_permission VALUES (11, 'Can view topic name', 4, 'view_topicname');
INSERT INTO public.auth_permission VALUES (12, 'Can add article', 5, 'add_article');
INSERT INTO public.auth_permission VALUES (13, 'Can change article', 5, 'change_article');
INSERT INTO public.auth_permission VALUES (14, 'Can delete article', 5, 'delete_article');
INSERT INTO public.auth_permission VALUES (15, 'Can view article', 5, 'view_article');
INSERT INTO public.auth_permission VALUES (16, 'Can add article text', 6, 'add_articletext');
INSERT INTO public.auth_permission VALUES (17, 'Can change article text', 6, 'change_articletext');
INSERT INTO public.auth_permission VALUES (18, 'Can delete article text', 6, 'delete_articletext');
INSERT INTO public.auth_permission VALUES (19, 'Can view article text', 6, 'view_articletext');
INSERT INTO public.auth_permission VALUES (20, 'Can add reference', 7, 'add_reference');
INSERT INTO public.auth_permission VALUES (21, 'Can change reference', 7, 'change_reference');
INSERT INTO public.auth_permission VALUES (22, 'Can delete reference', 7, 'delete_reference');
INSERT INTO public.auth_permission VALUES (23, 'Can view reference', 7, 'view_reference');
INSERT INTO public.auth_permission VALUES (24, 'Can add picture', 8, 'add_picture');
INSERT INTO public.auth_permission VALUES (25, 'Can change picture', 8, 'change_picture');
INSERT INTO public.auth_permission VALUES (26, 'Can delete picture', 8, 'delete_picture');
INSERT INTO public.auth_permission VALUES (27, 'Can view picture', 8, 'view_picture');
INSERT INTO public.auth_permission VALUES (28, 'Can add picture text', 9, 'add_picturetext');
INSERT INTO public.auth_permission VALUES (29, 'Can change picture text', 9, 'change_picturetext');
INSERT INTO public.auth_permission VALUES (30, 'Can delete picture text', 9, 'delete_picturetext');
INSERT INTO public.auth_permission VALUES (31, 'Can view picture text', 9, 'view_picturetext');
INSERT INTO public.auth_permission VALUES (32, 'Can add article picture', 10, 'add_articlepicture');
INSERT INTO public.auth_permission VALUES (33, 'Can change article picture', 10, 'change_articlepicture');
INSERT INTO public.auth_permission VALUES (34, 'Can delete article picture', 10, 'delete_articlepicture');
INSERT INTO public.auth_permission VALUES (35, 'Can view article picture', 10, 'view_articlepicture');
INSERT INTO public.auth_permission VALUES (36, 'Can view interface review', 11, 'view_interfacereview');
INSERT INTO public.auth_permission VALUES (37, 'Can change interface review', 11, 'change_interfacereview');
INSERT INTO public.auth_permission VALUES (38, 'Can add redirect', 12, 'add_redirect');
INSERT INTO public.auth_permission VALUES (39, 'Can change redirect', 12, 'change_redirect');
INSERT INTO public.auth_permission VALUES (40, 'Can delete redirect', 12, 'delete_redirect');
INSERT INTO public.auth_permission VALUES (41, 'Can view redirect', 12, 'view_redirect');
INSERT INTO public.auth_permission VALUES (42, 'Can permanently erase a request', 1, 'erase_consultationrequest');
INSERT INTO public.auth_permission VALUES (43, 'Can export requests to a file', 1, 'export_consultationrequest');
INSERT INTO public.auth_permission VALUES (44, 'Can view access record', 13, 'view_accessrecord');
INSERT INTO public.auth_permission VALUES (45, 'Can view clinic', 14, 'view_clinic');
INSERT INTO public.auth_permission VALUES (46, 'Can change clinic', 14, 'change_clinic');
INSERT INTO public.auth_permission VALUES (47, 'Can add opening period', 15, 'add_openingperiod');
INSERT INTO public.auth_permission VALUES (48, 'Can change opening period', 15, 'change_openingperiod');
INSERT INTO public.auth_permission VALUES (49, 'Can delete opening period', 15, 'delete_openingperiod');
INSERT INTO public.auth_permission VALUES (50, 'Can view opening period', 15, 'view_openingperiod');
INSERT INTO public.auth_permission VALUES (51, 'Can add closure', 16, 'add_closure');
INSERT INTO public.auth_permission VALUES (52, 'Can change closure', 16, 'change_closure');
INSERT INTO public.auth_permission VALUES (53, 'Can delete closure', 16, 'delete_closure');
INSERT INTO public.auth_permission VALUES (54, 'Can view closure', 16, 'view_closure');
INSERT INTO public.auth_permission VALUES (55, 'Can view user', 17, 'view_user');
INSERT INTO public.auth_permission VALUES (56, 'Can add user', 17, 'add_user');
INSERT INTO public.auth_permission VALUES (57, 'Can change user', 17, 'change_user');
INSERT INTO public.auth_permission VALUES (58, 'Can add duty', 19, 'add_duty');
INSERT INTO public.auth_permission VALUES (59, 'Can change duty', 19, 'change_duty');
INSERT INTO public.auth_permission VALUES (60, 'Can delete duty', 19, 'delete_duty');
INSERT INTO public.auth_permission VALUES (61, 'Can view duty', 19, 'view_duty');
INSERT INTO public.auth_permission VALUES (62, 'Can add clinic', 14, 'add_clinic');
INSERT INTO public.auth_permission VALUES (63, 'Can delete clinic', 14, 'delete_clinic');
INSERT INTO public.auth_permission VALUES (64, 'Can add interface review', 11, 'add_interfacereview');
INSERT INTO public.auth_permission VALUES (65, 'Can delete interface review', 11, 'delete_interfacereview');
INSERT INTO public.auth_permission VALUES (66, 'Can add access record', 13, 'add_accessrecord');
INSERT INTO public.auth_permission VALUES (67, 'Can change access record', 13, 'change_accessrecord');
INSERT INTO public.auth_permission VALUES (68, 'Can delete access record', 13, 'delete_accessrecord');
INSERT INTO public.auth_permission VALUES (69, 'Can add consultation request', 1, 'add_consultationrequest');
INSERT INTO public.auth_permission VALUES (70, 'Can delete consultation request', 1, 'delete_consultationrequest');
INSERT INTO public.auth_permission VALUES (71, 'Can add entry', 22, 'add_entry');
INSERT INTO public.auth_permission VALUES (72, 'Can change entry', 22, 'change_entry');
INSERT INTO public.auth_permission VALUES (73, 'Can delete entry', 22, 'delete_entry');
INSERT INTO public.auth_permission VALUES (74, 'Can view entry', 22, 'view_entry');
INSERT INTO public.auth_permission VALUES (75, 'Can add lookup key', 23, 'add_lookupkey');
INSERT INTO public.auth_permission VALUES (76, 'Can change lookup key', 23, 'change_lookupkey');
INSERT INTO public.auth_permission VALUES (77, 'Can delete lookup key', 23, 'delete_lookupkey');
INSERT INTO public.auth_permission VALUES (78, 'Can view lookup key', 23, 'view_lookupkey');
INSERT INTO public.auth_permission VALUES (79, 'Can add outgoing mail', 2, 'add_outgoingmail');
INSERT INTO public.auth_permission VALUES (80, 'Can change outgoing mail', 2, 'change_outgoingmail');
INSERT INTO public.auth_permission VALUES (81, 'Can delete outgoing mail', 2, 'delete_outgoingmail');
INSERT INTO public.auth_permission VALUES (82, 'Can add TOTP device', 24, 'add_totpdevice');
INSERT INTO public.auth_permission VALUES (83, 'Can change TOTP device', 24, 'change_totpdevice');
INSERT INTO public.auth_permission VALUES (84, 'Can delete TOTP device', 24, 'delete_totpdevice');
INSERT INTO public.auth_permission VALUES (85, 'Can view TOTP device', 24, 'view_totpdevice');
INSERT INTO public.auth_permission VALUES (86, 'Can add static device', 25, 'add_staticdevice');
INSERT INTO public.auth_permission VALUES (87, 'Can change static device', 25, 'change_staticdevice');
INSERT INTO public.auth_permission VALUES (88, 'Can delete static device', 25, 'delete_staticdevice');
INSERT INTO public.auth_permission VALUES (89, 'Can view static device', 25, 'view_staticdevice');
INSERT INTO public.auth_permission VALUES (90, 'Can add static token', 26, 'add_statictoken');
INSERT INTO public.auth_permission VALUES (91, 'Can change static token', 26, 'change_statictoken');
INSERT INTO public.auth_permission VALUES (92, 'Can delete static token', 26, 'delete_statictoken');
INSERT INTO public.auth_permission VALUES (93, 'Can view static token', 26, 'view_statictoken');
INSERT INTO public.auth_permission VALUES (94, 'Can add access attempt', 27, 'add_accessattempt');
INSERT INTO public.auth_permission VALUES (95, 'Can change access attempt', 27, 'change_accessattempt');
INSERT INTO public.auth_permission VALUES (96, 'Can delete access attempt', 27, 'delete_accessattempt');
INSERT INTO public.auth_permission VALUES (97, 'Can view access attempt', 27, 'view_accessattempt');
INSERT INTO public.auth_permission VALUES (98, 'Can add access log', 28, 'add_accesslog');
INSERT INTO public.auth_permission VALUES (99, 'Can change access log', 28, 'change_accesslog');
INSERT INTO public.auth_permission VALUES (100, 'Can delete access log', 28, 'delete_accesslog');
INSERT INTO public.auth_permission VALUES (101, 'Can view access log', 28, 'view_accesslog');
INSERT INTO public.auth_permission VALUES (102, 'Can add access failure', 29, 'add_accessfailurelog');
INSERT INTO public.auth_permission VALUES (103, 'Can change access failure', 29, 'change_accessfailurelog');
INSERT INTO public.auth_permission VALUES (104, 'Can delete access failure', 29, 'delete_accessfailurelog');
INSERT INTO public.auth_permission VALUES (105, 'Can view access failure', 29, 'view_accessfailurelog');
INSERT INTO public.auth_permission VALUES (106, 'Can add access attempt expiration', 30, 'add_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (107, 'Can change access attempt expiration', 30, 'change_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (108, 'Can delete access attempt expiration', 30, 'delete_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (109, 'Can view access attempt expiration', 30, 'view_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (110, 'Can add log entry', 31, 'add_logentry');
INSERT INTO public.auth_permission VALUES (111, 'Can change log entry', 31, 'change_logentry');
INSERT INTO public.auth_permission VALUES (112, 'Can delete log entry', 31, 'delete_logentry');
INSERT INTO public.auth_permission VALUES (113, 'Can view log entry', 31, 'view_logentry');
INSERT INTO public.auth_permission VALUES (114, 'Can add permission', 32, 'add_permission');
INSERT INTO public.auth_permission VALUES (115, 'Can change permission', 32, 'change_permission');
INSERT INTO public.auth_permission VALUES (116, 'Can delete permission', 32, 'delete_permission');
INSERT INTO public.auth_permission VALUES (117, 'Can view permission', 32, 'view_permission');
INSERT INTO public.auth_permission VALUES (118, 'Can add group', 33, 'add_group');
INSERT INTO public.auth_permission VALUES (119, 'Can change group', 33, 'change_group');
INSERT INTO public.auth_permission VALUES (120, 'Can delete group', 33, 'delete_group');
INSERT INTO public.auth_permission VALUES (121, 'Can view group', 33, 'view_group');
INSERT INTO public.auth_permission VALUES (122, 'Can delete user', 17, 'delete_user');
INSERT INTO public.auth_permission VALUES (123, 'Can add content type', 34, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (124, 'Can change content type', 34, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (125, 'Can delete content type', 34, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (126, 'Can view content type', 34, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (127, 'Can add session', 35, 'add_session');
INSERT INTO public.auth_permission VALUES (128, 'Can change session', 35, 'change_session');
INSERT INTO public.auth_permission VALUES (129, 'Can delete session', 35, 'delete_session');
INSERT INTO public.auth_permission VALUES (130, 'Can view session', 35, 'view_session');
INSERT INTO public.auth_permission VALUES (131, 'Can add site', 36, 'add_site');
INSERT INTO public.auth_permission VALUES (132, 'Can change site', 36, 'change_site');
INSERT INTO public.auth_permission VALUES (133, 'Can delete site', 36, 'delete_site');
INSERT INTO public.auth_permission VALUES (134, 'Can view site', 36, 'view_site');


--
-- Data for Name: auth_user; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_user VALUES (1, 'pbkdf2_sha256$1000000$L1TtPfixLsGnrfAucf3rYp$uikc9lB4ADckBgV0g2uSv7RgCj2QewZ0Q/LuvyfPEYA=', '2026-11-27 22:43:21.710649+00', true, 'demo-staff', '', '', '', true, true, '2026-11-27 22:43:17.279461+00');


--
-- Data for Name: auth_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_user_user_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accessattempt; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accessattemptexpiration; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accessfailurelog; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: axes_accesslog; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: clinic_site_backup; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: clinic_site_clinic; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.clinic_site_clinic VALUES (1, 'Integrated Health Solutions', '10751 W. 165th Street, Suite 100', 'Orland Park', 'IL', '60467', '(708) 555-0177', 'America/Chicago', false, 120, 240, false, '', '', '', '', '', '', '');


--
-- Data for Name: clinic_site_closure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: clinic_site_duty; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.clinic_site_duty VALUES (1, 'purge', '2026-11-28 22:43:18.38587+00');
INSERT INTO public.clinic_site_duty VALUES (2, 'delete expired sessions', '2026-11-28 22:43:18.394777+00');
INSERT INTO public.clinic_site_duty VALUES (3, 'notify staff of overdue calls', '2026-11-27 22:44:18.398089+00');
INSERT INTO public.clinic_site_duty VALUES (4, 'erase short-lived fields', '2026-11-27 22:48:18.401773+00');


--
-- Data for Name: clinic_site_interfacereview; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: clinic_site_openingperiod; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.clinic_site_openingperiod VALUES (1, 0, '09:00:00', '17:00:00', 1);
INSERT INTO public.clinic_site_openingperiod VALUES (2, 1, '09:00:00', '17:00:00', 1);
INSERT INTO public.clinic_site_openingperiod VALUES (3, 2, '09:00:00', '17:00:00', 1);
INSERT INTO public.clinic_site_openingperiod VALUES (4, 3, '09:00:00', '17:00:00', 1);
INSERT INTO public.clinic_site_openingperiod VALUES (5, 4, '09:00:00', '17:00:00', 1);


--
-- Data for Name: clinic_site_publicgeneration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.clinic_site_publicgeneration VALUES (1, 8170023550554149930);


--
-- Data for Name: consultations_accessrecord; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consultations_accessrecord VALUES (1, '2026-11-27 22:43:21.712311+00', 1, 'demo-staff', '127.0.0.1', 'sign_in', NULL, '', '');
INSERT INTO public.consultations_accessrecord VALUES (2, '2026-11-27 22:43:21.817249+00', 1, 'demo-staff', '127.0.0.1', 'view', 2, '7044-VWED', '');
INSERT INTO public.consultations_accessrecord VALUES (3, '2026-11-27 22:43:21.903146+00', 1, 'demo-staff', '127.0.0.1', 'change', 2, '7044-VWED', 'call_due_at, state, note');
INSERT INTO public.consultations_accessrecord VALUES (4, '2026-11-27 22:43:21.924399+00', 1, 'demo-staff', '127.0.0.1', 'view', 2, '7044-VWED', '');
INSERT INTO public.consultations_accessrecord VALUES (5, '2026-11-27 22:43:22.038245+00', 1, 'demo-staff', '127.0.0.1', 'view', 3, 'XD4Z-06Z4', '');
INSERT INTO public.consultations_accessrecord VALUES (6, '2026-11-27 22:43:22.1188+00', 1, 'demo-staff', '127.0.0.1', 'change', 3, 'XD4Z-06Z4', 'call_due_at, state, note');
INSERT INTO public.consultations_accessrecord VALUES (7, '2026-11-27 22:43:22.13836+00', 1, 'demo-staff', '127.0.0.1', 'view', 3, 'XD4Z-06Z4', '');
INSERT INTO public.consultations_accessrecord VALUES (8, '2026-11-27 22:43:22.212592+00', 1, 'demo-staff', '127.0.0.1', 'view', 4, '441N-2KF9', '');
INSERT INTO public.consultations_accessrecord VALUES (9, '2026-11-27 22:43:22.301582+00', 1, 'demo-staff', '127.0.0.1', 'change', 4, '441N-2KF9', 'corrected_phone, state');
INSERT INTO public.consultations_accessrecord VALUES (10, '2026-11-27 22:43:22.322059+00', 1, 'demo-staff', '127.0.0.1', 'view', 4, '441N-2KF9', '');


--
-- Data for Name: consultations_consultationrequest; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consultations_consultationrequest VALUES (1, 'N7C3-EG8M', 'eGuOmbbd7NfMWvUKO7s6qQ', '2026-11-27 22:43:18.450332+00', '2026-11-30 19:00:00+00', 'en', 'gAAAAABrCgeGZcHcfEWejFf3FUnECjPoG-1ubdHbd7PvGDykWHqCq4BqMF52wmrgV5Jmg7BNgcaq7-hCxNHhp9f-O5Rl7dsl8A==', 'gAAAAABrCgeGf4i3kk6cUhRJXmhmHrqRLD7lozn7ZOEY3h5E4oiScEsLglsvMKDYdy2uCihrTM7SZeVMIjItfFzy0ufI7JgGzQ==', 'gAAAAABrCgeG3ifWxZdsb14s02-4UV61t-vkJOQFtyR4utQHfi2xcV7vG11CS9S-gjHceTSnsoGW3jaEewhe18Y07hEtqIGNmIstivrIi5rvXWY6yvzf5RE=', false, 'morning', 'en', DEFAULT, false, 'new', 'gAAAAABrCgeGJ8_v5OO5sbMGp2APhK0xUoxpj75N2KNY0nAb84XDRkZpqcH6imi4ROEpI3o89obSV_j7YTNr1YskCgwUnE6-J8IEhvWfSVuf7yJHdfbp2tBYoaqeAF4ewGpyqIDBUmGHHEcsO-EUtXUCsqWEzXuqVXEHb6C8uxYgNfXnmXWdq4A=', true, 'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.', 'new', NULL, false, '', '', '2026-11-30 19:00:00+00', NULL, '', NULL, NULL, 1, 'a8b59a4b9974cf5ccb4c98a444bf89c09d343af1a95b53127256e25f1ab6b593', 'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967', NULL);
INSERT INTO public.consultations_consultationrequest VALUES (5, 'MSR8-MMA5', '-OiUArtp5A1cB5GAApZgIg', '2026-11-27 22:43:18.802542+00', '2026-11-30 19:00:00+00', 'en', 'gAAAAABrCgeGdnM1BBlSfkPYEk7AnwW-7Nuu3enYmUFqGlS4SYuXLMibyncR_vtsemnw0-57haWftjQf-oJPbA4WQjCwO1YgVA==', 'gAAAAABrCgeGOGB1eQilp70tbeDl1b6wHWaDzBfOhlTRVY5ZPS2xacil9uaoCUa5GYEAxswIn_wzKEbY32rkAbnntmsZQYdi4g==', '', false, 'morning', 'en', DEFAULT, false, 'new', 'gAAAAABrCgeGfuTcNNUZrbeARVOjlNbq98_Ij4W2z9IJkIVuwLVlg5tAWeMdayWFNcN9wHTXLfrYgTJ5IXz7ieTUk8VW6TqXKsNczoU1ujCVUB_aJuBCWYoSWKMurx3inlZ-g1trzi3R8waSJU7gB2dYYlXktgmPTA==', true, 'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.', 'new', NULL, true, 'links', '', '2026-11-30 19:00:00+00', NULL, '', NULL, NULL, 1, '576ee19d98ac72281eb196a16a0ce2a8947a4e5575f9d2817cc8f2aeed0d6fc6', 'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967', NULL);
INSERT INTO public.consultations_consultationrequest VALUES (6, 'V2G4-71RQ', 'OX3sg6lBUIT20pHRP3hVew', '2026-11-27 22:43:20.573271+00', '2026-11-30 19:00:00+00', 'en', 'gAAAAABrCgeIC86WlbHjHG7nQhvYaw6WpwEL00hZkyspGz5T0SRkU0e4HrgRhaMhe-4RX9ZokeBUfNsGRjNxOUcg47SLC2s6AQ==', 'gAAAAABrCgeI4NYB1Rln7zUPejWzqDQjwOHev854X2tf_QyDH4Vd3rKmLb4CJemFGO1HXXI1lghWYikQPXkNUqr8iRkZPPRttg==', '', true, 'any', 'es', DEFAULT, false, 'returning', 'gAAAAABrCgeIJloehOKMshq5vDYtUg1cJ2vvzLZyQrnxGwGxGV4NVF-92ybzS_xt-vrtXPKKaHS5MTfon8hAbRP2XcpBgF4DF29myc9TRjkjfMsmlJgQXdc=', true, 'I agree that Integrated Health Solutions may contact me about this request by the means I gave above.', 'new', NULL, false, '', '', '2026-11-30 19:00:00+00', NULL, '', NULL, NULL, 1, '0fc48d9cb40eb11415f2206e1f18b3244f0deeece8262e796d97131aeb925946', 'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967', NULL);
INSERT INTO public.consultations_consultationrequest VALUES (2, '7044-VWED', '4luQUg81wzqNJFUc4YOsnw', '2026-11-27 22:43:18.556326+00', '2026-11-30 19:00:00+00', 'es', 'gAAAAABrCgeGtfSKETKjiAWKGteOI5A-WWZs37QGfezzNNtpvYV-pDNQZP7NwkCtL8pltTANOPZ9mAiJnB_-yOE9NwucGy7L9Q==', 'gAAAAABrCgeGoKBGYM9z3tNjz5KYhvhCE6BAGbCHT62qhzwQcAY9bkf8hwumZVR6tVEbdFvNTXbmAQMae_JeLoECFue5QVl-NA==', '', true, 'any', 'es', DEFAULT, false, 'returning', 'gAAAAABrCgeGYm76htWwpWcR1ohETCwfexaDrllluVVd0mDiHU6GLDeCSpbNJ1g5GE2SnAg-gmzr6YwXcwtfwhhP-Yeh4qdLi9owxStQZD23G2l7JDSv_cii2xLYhahhzQo-LlXGGIze', true, 'Acepto que Integrated Health Solutions se comunique conmigo sobre esta solicitud por los medios que indiqué arriba.', 'closed', '2026-11-27 22:43:21.898756+00', false, '', '', NULL, NULL, '', NULL, NULL, 2, NULL, 'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967', NULL);
INSERT INTO public.consultations_consultationrequest VALUES (3, 'XD4Z-06Z4', 'ky0DXK3N3rx-eCYmwccVeQ', '2026-11-27 22:43:18.657156+00', '2026-11-30 19:00:00+00', 'pl', 'gAAAAABrCgeGSf8JCR7DdHbxpUvbc2hBrqEVILfYdkdnvnUen1ii8SS7Hs0cB1ER5tgv7l7DgxOQ3K8wN12SG2kB6G0oCxqQMQ==', 'gAAAAABrCgeGYV3dCMDDvUffl4fXuHIk8u-qXYujpuqE3BxaICku2tFZ6faOJN8AazfC6wuP9pI3HEWowNoLicOzDXX26dGUqM8z24yyHqN8QLHPKoAdepY=', 'gAAAAABrCgeGjrFYuVkoCKaWRicUsHla3Ud0u0NYMwYhtmc7qxDNPDcUP-NngR1hHH-6zjV5cuOw13a0fIcNlGh6YJ1nTGN-OyDu4OJOo0gs_K3vJ24kilE=', true, 'afternoon', 'pl', DEFAULT, true, 'new', 'gAAAAABrCgeGQMymFtSLngoSBkrtyyrygEIzFBkl9j6_NyC5kClfIpueQvXZuMT-Sa-dE3a2R6QvdKzVBIH1TWbaXH54teIpythziGaXFAxYZ4AbePDpioxhrtTdvpYZNbLgOwcwNeFE', true, 'Zgadzam się, aby klinika Integrated Health Solutions kontaktowała się ze mną w sprawie tego zgłoszenia w sposób podany przeze mnie powyżej.', 'scheduled', NULL, false, '', '', NULL, '2026-11-27 22:43:22.114045+00', '', NULL, NULL, 2, 'a42469920e8c6560138bccb0e6042c50eed2001fd0e1a0747e3879f3ebb44a79', 'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967', NULL);
INSERT INTO public.consultations_consultationrequest VALUES (4, '441N-2KF9', '9MErfm3ISd6cHZBLFwZTkQ', '2026-11-27 22:43:18.74153+00', '2026-11-30 19:00:00+00', 'ar', 'gAAAAABrCgeGJfnUvDSUr2Dwzu7wygUbpB6u5R69SzVZZcG0LnkOMaiwL6dbayxduvciiZlDZrqoc4O7eUt90ulw-4VGdQaQM4i3qEXzqBcjykj0BIufsl0=', 'gAAAAABrCgeGOYkENJntDG6D6ym91-JKvM2K6wpwURYytPHHBJzNSfL4nqDXwtC9rjbRTGxkwCwfHC082mAjkFjEZbYoTjUNSQ==', '', true, 'midday', 'ar', DEFAULT, false, 'new', 'gAAAAABrCgeG6jtzu44UsiqSN-508mOyDhKgBatg2ja39I03to4iYiMzeLZzTc0DoKrGv1HKHwSqsXDkZKp4CO51pDkYPZplpLVZP36AAvIp8LaGfU2ti5WKFFhwvnKTbmTdfH3VoRUJh25-10cHNmQV9flJZIlbjg==', true, 'أوافق على أن تتواصل معي عيادة Integrated Health Solutions بشأن هذا الطلب بالوسائل التي ذكرتها أعلاه.', 'contacted', NULL, false, '', 'gAAAAABrCgeKGMLZmGRfmrPfMPiLnXSqmzNHXSj622YD_a0yiZU7qEYhU0CypAW4Btf37nUx9mdQUSLRKBikZTHx4HlSlJDp_Q==', '2026-11-30 19:00:00+00', '2026-11-27 22:43:22.296103+00', '', NULL, NULL, 2, '57c5f397c75b0962d08b8be5f6769beb7d07a04c444e9964c458c573a89b4901', 'f5f21715e768b0a7f6f484a4583f5c29b2e41cda0bac1da0ee309ae2c83d4967', NULL);


--
-- Data for Name: consultations_entry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consultations_entry VALUES (1, '2026-11-27 22:43:21.898945+00', 'demo-staff', '', 'gAAAAABrCgeJZ1TGPxJsWSl_jKbfQo9OHRXljLEgTa8mhKtbzuXo2T-ID_Db0NO3nKq0jRitXkeoqaPNxhrirnXhw4ItYcnA0WpiuFd82a3COcqc4p__W2E=', 'gAAAAABrCgeJsGU2V2QxmaUdbvym-YQwEFYvlBBsN2F7h_shXk4VlZdrL3weZmAMgxtHdmekK_sh6FCdS7mHN_4GC8Ype6y7H7jgatSSdSD8KBpjgWWaW38QN-1GeMNZz_TN_QB_ptFq', 'new', 'closed', '2026-11-30 19:00:00+00', NULL, NULL, NULL, 1, 2, NULL);
INSERT INTO public.consultations_entry VALUES (2, '2026-11-27 22:43:22.114179+00', 'demo-staff', '', 'gAAAAABrCgeKAnRz2QEQ_A6h7iHj66z8QV3MzIYDRVkKeLChguHLoSJw8JwfQ6XInsGxwtXy4guE564MGs5Do1gp7KaLX2DFqTLgspSEp_q3w0wHIem1WYbhYX2wDY73mobY6yxECDPP', 'gAAAAABrCgeKqT2T4kG9BYCJ73vV3wPRDQgu0-JUItvlms2mWEqSd54h8lsRYadbbAWwroNj53Mozz7aSJQdS1zQ6PTGCfawdOO9WD0X1le0VmbkaNoD32M2Tuq0lNBPZZFqjvGmDVVb', 'new', 'scheduled', '2026-11-30 19:00:00+00', NULL, NULL, NULL, 1, 3, NULL);
INSERT INTO public.consultations_entry VALUES (3, '2026-11-27 22:43:22.296281+00', 'demo-staff', '', '', 'gAAAAABrCgeK3BpPBMe9L17ifZ3xjhYXGCBt7KniZtFHpcCWBIVkCez4PXZrYqiNWCO-jGJUkiBs-OtpReRWTFBdxar6mnPx20jW0cMKhvMvxcYZtL9UPAbxLTEOqtYIDZ03os9iuJzCEKaRfQWLWpOb8ulC04wZQ2zs3CrL1ag4GGzH3C5Zsx4=', 'new', 'contacted', '2026-11-30 19:00:00+00', '2026-11-30 19:00:00+00', NULL, NULL, 1, 4, NULL);


--
-- Data for Name: consultations_lookupkey; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consultations_lookupkey VALUES (1, '88ba2b258b27296df6d7bfb49573bc7debc7746949d641f416346aaf16e2ecfd', 1);
INSERT INTO public.consultations_lookupkey VALUES (2, 'b04c87e161730dfdf5e6558b6aa7ebf941d14bab0ce41c381c2e09a6d339edf4', 1);
INSERT INTO public.consultations_lookupkey VALUES (3, 'b102ad996c70e7d40658e9fc4485908d198cbe7096b8ddced6c8675a2f3a4eb9', 1);
INSERT INTO public.consultations_lookupkey VALUES (4, 'ce30c9cbadeaac18779ec41754a8889c182a6803748792a82ee4380f5ec80448', 1);
INSERT INTO public.consultations_lookupkey VALUES (5, 'f5cd03ef8cc6a0c02406096e0caf8671dc66e89003bfc7b3d53aeb3851765069', 1);
INSERT INTO public.consultations_lookupkey VALUES (6, '488823ccfccfc5889d045be67dcd0a081c0f5e68b20bd14ec74059f7aea1298c', 2);
INSERT INTO public.consultations_lookupkey VALUES (7, 'eb8786d7df8bd7ff9621ef09fa36da1fd1ee2ef97ade63ae0972c583e4bec18c', 2);
INSERT INTO public.consultations_lookupkey VALUES (8, 'f180411f6fa19808e0d16d9a796988af11601a7a5c6546837f7270b56484ee4a', 2);
INSERT INTO public.consultations_lookupkey VALUES (9, '180625d4f5908f2825a3b73dac07966d7cc2efca20122fe4c14436a384a91282', 3);
INSERT INTO public.consultations_lookupkey VALUES (10, '54704185eb1ff337c4a830a739805177034da84fa92390de3082dd15945b1986', 3);
INSERT INTO public.consultations_lookupkey VALUES (11, '5fa1090645124809424428ebb3477d6111507c3727f71bb1fd5df9ec9126ed2b', 3);
INSERT INTO public.consultations_lookupkey VALUES (12, 'c12210eb2260e778cf881cc4798827c64b2f112d65d49b54723983ad0bb56c56', 3);
INSERT INTO public.consultations_lookupkey VALUES (13, '3000d89169417e18777c9bd3c10c9907ea5ecefbf323fd7ef07466d394c81258', 4);
INSERT INTO public.consultations_lookupkey VALUES (14, '59391a4412fdee2885829b8f58a63898ab562bf2e4148d51fc8586858dc2758a', 4);
INSERT INTO public.consultations_lookupkey VALUES (15, 'ed96ec3ef952cf48d7ec9cf0900369d28da8371c8214e185502295c2bccc6e18', 4);
INSERT INTO public.consultations_lookupkey VALUES (16, '57cc600ad7d5c8c6eeca49719bdfabb347278e53895d96ecb68257ab91061a6e', 5);
INSERT INTO public.consultations_lookupkey VALUES (17, '7f1ba86a4c7ce1f984a3df0737bdf47c477061afe37a5f2914c27cdfc0a3aa01', 5);
INSERT INTO public.consultations_lookupkey VALUES (18, 'fe2e31e6ef6ca38903a9524eb23eabc91c53fbfeb2270bcd3ed436cc118a66da', 5);
INSERT INTO public.consultations_lookupkey VALUES (19, '1913819194ce0652f64e3859b73db91d7d9d73ce7ecca24db9c1d2beaf29d331', 6);
INSERT INTO public.consultations_lookupkey VALUES (20, '32966b268677dfa0ac388a31e2c11c35dde177cb680b9eb1770a4ab18c260134', 6);
INSERT INTO public.consultations_lookupkey VALUES (21, '9e8f5e4e8d4db6b860c8f6f331617232a4c668627b87d95aab6dc31e5a0cdcdb', 6);
INSERT INTO public.consultations_lookupkey VALUES (31, 'b81d40c15d55a75024691c87db859f373f1624770f950dc940713937db9a343e', 4);


--
-- Data for Name: consultations_outgoingmail; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consultations_outgoingmail VALUES (1, 'new_request', 'gAAAAABrCgeGLuBWsZmhNXA9tar4Auo-B6avuAQM57T7CtrG-tFC_5XRU1mxGo90ZqTaPvFjP5rYRnSD8Wn3Bh1JomJNp6AAczk9UNyI4wzKxCseruyXG34=', 'New consultation request', 'A patient has requested a consultation.

Reference: N7C3-EG8M
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/1/change/
', '217c2159-4bd6-48b9-8476-b47529b8626d', NULL, '2026-11-27 22:43:18.469409+00', '2026-11-27 22:48:20.406888+00', false, '2026-11-27 22:43:20.435359+00', NULL, 1, '', 1);
INSERT INTO public.consultations_outgoingmail VALUES (3, 'new_request', 'gAAAAABrCgeGu-vkyNUvlEP7oDXMWDmkAjgH6shW6ymua7WN-4w2oirAHgWYKOcIj7iKm0VdRTgbQBkWPa9l4AprSTrCP6BGDEySLpHBprvAtLXq6WRUsaU=', 'New consultation request', 'A patient has requested a consultation.

Reference: 7044-VWED
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/2/change/
', 'd5f4337a-1ebf-45c0-8065-d9069088abfd', NULL, '2026-11-27 22:43:18.582743+00', '2026-11-27 22:48:20.446936+00', false, '2026-11-27 22:43:20.454109+00', NULL, 1, '', 2);
INSERT INTO public.consultations_outgoingmail VALUES (5, 'new_request', 'gAAAAABrCgeGG0U13oOG1_xhF8-m3NG_K0k4S1GrS49aYMfNnG25MQ6NAErDYps5wDDrVNKxMfU25LudbQJ8gQ71CsuG6S98Bl9xT1uhs7yK5VkLsGVxs30=', 'New consultation request', 'A patient has requested a consultation.

Reference: XD4Z-06Z4
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/3/change/
', 'b8b127e7-e0d7-4c53-bb80-7bd7317f2c3d', NULL, '2026-11-27 22:43:18.673555+00', '2026-11-27 22:48:20.462852+00', false, '2026-11-27 22:43:20.469661+00', NULL, 1, '', 3);
INSERT INTO public.consultations_outgoingmail VALUES (7, 'new_request', 'gAAAAABrCgeGYZHP8DciupK3cRTgUUBeFXKqt6twoquI-FGz04oXiY250SIR1rtQgA_kWhRd6HVpqf-EMDIwOzTyegv5LECwaXgjnqINzrJ5fv18z21fsJI=', 'New consultation request', 'A patient has requested a consultation.

Reference: 441N-2KF9
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/4/change/
', 'e5c48a86-5105-4a57-87aa-7d20cf7cb1a5', NULL, '2026-11-27 22:43:18.758471+00', '2026-11-27 22:48:20.478963+00', false, '2026-11-27 22:43:20.486101+00', NULL, 1, '', 4);
INSERT INTO public.consultations_outgoingmail VALUES (9, 'new_request', 'gAAAAABrCgeGA8HG22oasei7zJqsKm7Bf1NX307yvyKILS25LvWmFy1WvrlXWEWXL1nBOWyN4fVJI7iOH4H7bvtu0pDVG-Rgw4dJR4Pv4FwL8NbXvy9PBFQ=', 'New consultation request', 'A patient has requested a consultation.

Reference: MSR8-MMA5
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/5/change/
', '89e423d4-9dff-4c98-86d0-d7bfff0646f0', NULL, '2026-11-27 22:43:18.811821+00', '2026-11-27 22:48:20.494814+00', false, '2026-11-27 22:43:20.499603+00', NULL, 1, '', 5);
INSERT INTO public.consultations_outgoingmail VALUES (11, 'new_request', 'gAAAAABrCgeIFpvkDxF9ImNvhXbMSBhZV6dCbi4kd2Y-0DCR1Ikvqhn9izoDmn2FH6pHbcNO9PWpx4FnyjnWOd-p4UVXJ_mimCI4sS_vzusyK9rf_I7Xhvk=', 'New consultation request', 'A patient has requested a consultation.

Reference: V2G4-71RQ
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/6/change/
', 'cab1d08d-2784-40ea-84ce-f2db5ec7c1a5', NULL, '2026-11-27 22:43:20.58144+00', '2026-11-27 22:43:23.358861+00', false, NULL, NULL, 1, 'gAAAAABrCgeKG5M-6Qkq9DxTU22N9B_KyQ9-zC7lasA7-eDCxPpI-9xim_BtkqrnswNYdSKl8Mu22v18Wjnv-ZC9A5vfR4a2UIbh-3yejAfxvMwgim2dXH0RBQnOgxkF2Pe9d5wK9F8263DQ7X67-dN2EdcoPNwUgA==', 6);
INSERT INTO public.consultations_outgoingmail VALUES (4, 'new_request', 'gAAAAABrCgeGlCGAH3wyf_HOhl76W2PvSw9_lCudKvstvytM6xqFOAuCIw0eviIi6gfqRQO9ujrcDTxt_SqPTUYqh5kfGg04bqGo97BGpy3ZPRW0lTUB9z8=', 'New consultation request', 'A patient has requested a consultation.

Reference: 7044-VWED
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/2/change/
', '296f7bcc-6137-4df0-80b0-2c57d8846251', NULL, '2026-11-27 22:43:18.582795+00', '2026-11-27 22:43:24.514611+00', false, NULL, NULL, 2, 'gAAAAABrCgeKdFqtB_klrfuhDFzqYjjLO_tkHaJyiDY53QsWigPecwwfgF3KA2sB54DsoVFIk66PpS3CAV09u3srN-jB-FslVeJXMoPtXRqxg9GYdUECWSU9kKDcUJk86rNeMypzXogm4ijDAjfO4Nx0dSTBuKOx2Q==', 2);
INSERT INTO public.consultations_outgoingmail VALUES (2, 'new_request', 'gAAAAABrCgeG15xYVMImTyTuCkrj4wz1AO1eiM6sfUeXCNaO-nOu3tHVmeNpW5u9lmujMKFa8s2Ke18poEjqB1nzRmtJjHDsmdS6ao4B1j5Z4Z087cY7xzo=', 'New consultation request', 'A patient has requested a consultation.

Reference: N7C3-EG8M
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/1/change/
', '7af8151e-c3b0-40b1-8475-25dbb9081de9', NULL, '2026-11-27 22:43:18.469458+00', '2026-11-27 22:43:24.300073+00', false, NULL, NULL, 2, 'gAAAAABrCgeK7qGERK10pU9r2Gn1XJPWkpO4yiNRGdWeoa6CPj5GNNYT-ir4HzMBqva7E0UPXqgk_Nf_b0yfq7SGt0U9Q06fNhV9pQThb8WiGxWAt-3T2hpEBP2LEmqzNkimv0apptXmJewdTQ141PYhANo98iG66A==', 1);
INSERT INTO public.consultations_outgoingmail VALUES (6, 'new_request', 'gAAAAABrCgeGhNGZxIMv0_ZZGv3TslN2n-bXmyU5xeK3KhvTDfGU-YQ9GBs91cfaQolV5GB_bwrsxOELix_BmhhZ0hhY7xltkpgFHHbPbhMifSpxNpsXEl4=', 'New consultation request', 'A patient has requested a consultation.

Reference: XD4Z-06Z4
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/3/change/
', 'cb0b649d-e266-4c1d-ab72-7cfab4265ab3', NULL, '2026-11-27 22:43:18.673616+00', '2026-11-27 22:43:24.323602+00', false, NULL, NULL, 2, 'gAAAAABrCgeKiwxEn_qIHGNeZaA9_i8l8P0AOd9xu38lExpadA1sh1BBM1Le-7qRqBwxXsxy2eKwXLgHEGru2NZ2L3EFxluMX8WR_lH3N2dx3r92QQAnyIMS8I4Mvke4oJytccLJdXe31D7iSm7NsWsX3yjwmoIYOw==', 3);
INSERT INTO public.consultations_outgoingmail VALUES (10, 'new_request', 'gAAAAABrCgeG-tPB_G3kC4HR6l3pcVoFE-uGKjBBk8Pvyz6nlfuszydM4SFRO_VSemHqms3CcH0R013eLKQAmvBEpsVmk0KoDPJuajkNKrATYOlnPdvm0PE=', 'New consultation request', 'A patient has requested a consultation.

Reference: MSR8-MMA5
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/5/change/
', 'e0d919e2-9b26-40ec-be48-f78f61c02174', NULL, '2026-11-27 22:43:18.811892+00', '2026-11-27 22:43:24.453419+00', false, NULL, NULL, 2, 'gAAAAABrCgeKF4fPMsTvMU9fjbEfH8Te3vYqXdknqKIZyA5sYgwNEVJReurlcr_c_uSjwLN7BpU3iL0t2PO8LCDC7PiAQ4Vu5kf9hlca8xin2CfhJMQh-TOqxjvfQ9xNwx6uGazSJ0j84JsnVNw7Nt7g7VSrZUEQjw==', 5);
INSERT INTO public.consultations_outgoingmail VALUES (8, 'new_request', 'gAAAAABrCgeGc2rDFtxRwCWqYZqR9QdqiF3pk-j0JDjm0k1PdaAIv2pE7AJVlxsO6us3PgYSpz1Nk9qNXXA9SmNAtbvvt4i1yJ7Dh8pkXaAmWeiYa8NO200=', 'New consultation request', 'A patient has requested a consultation.

Reference: 441N-2KF9
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/4/change/
', 'b0025e6a-92d9-4b93-9bb5-a4b064ffc78c', NULL, '2026-11-27 22:43:18.758511+00', '2026-11-27 22:43:24.338832+00', false, NULL, NULL, 2, 'gAAAAABrCgeKfYs-XalD66Zsoukw5NYffwf4js7_rZX7-BAYe8XmEqZKg-pZv6ljRaq0vp0l_Hr8sMkVTwTWFSkFKgEBGgsof0ojULqyRihypK_nX27X97EZATrW85ztfgTzW83zjz0eCJvLdMfK79L7EN4g3KPi0g==', 4);
INSERT INTO public.consultations_outgoingmail VALUES (12, 'new_request', 'gAAAAABrCgeIM0B7bry2xG6-ImAuck3ZF-fVo2x1dRrXN305h2VkX-V4OcdEZL36xh7Nj76tQj6IRkD1z85rCfn0BrySIWlKKt7lvjB4i1iw_j4Oq4OJlV0=', 'New consultation request', 'A patient has requested a consultation.

Reference: V2G4-71RQ
Received:  Friday, November 27, 2026, 4:43 PM CST
Call by:   Monday, November 30, 2026, 1:00 PM CST

Sign in to read it:
http://127.0.0.1:21511/admin/consultations/consultationrequest/6/change/
', '78e0717d-2490-4b03-9172-8f2b20302cbf', NULL, '2026-11-27 22:43:20.581473+00', '2026-11-27 22:43:23.343087+00', false, NULL, NULL, 1, 'gAAAAABrCgeKlIdtdVPY9CRTO2PXQpSvAD1cmY1Nn8SNOU72RZGxEc2pzVKRx1Xklrq4OzRtKYw0HmIcTPb0x4GL_218YVpa5lLvNGqr-Fvs4WS-1gc_6AJcMR4Bmgjz02sj44tUSnbryCQsfBFSoqDVbcUMva9JqQ==', 6);


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_admin_log VALUES (1, '2026-11-27 22:43:21.904809+00', '2', '7044-VWED', 2, '[{"changed": {"fields": ["state", "note"]}}]', 1, 1);
INSERT INTO public.django_admin_log VALUES (2, '2026-11-27 22:43:22.119914+00', '3', 'XD4Z-06Z4', 2, '[{"changed": {"fields": ["state", "note"]}}]', 1, 1);
INSERT INTO public.django_admin_log VALUES (3, '2026-11-27 22:43:22.302714+00', '4', '441N-2KF9', 2, '[{"changed": {"fields": ["state", "corrected phone"]}}]', 1, 1);
INSERT INTO public.django_admin_log VALUES (4, '2026-11-27 22:43:22.549008+00', '1', 'Integrated Health Solutions', 2, '[{"changed": {"fields": ["Phone"]}}]', 14, 1);


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_content_type VALUES (1, 'consultations', 'consultationrequest');
INSERT INTO public.django_content_type VALUES (2, 'consultations', 'outgoingmail');
INSERT INTO public.django_content_type VALUES (3, 'articles', 'topic');
INSERT INTO public.django_content_type VALUES (4, 'articles', 'topicname');
INSERT INTO public.django_content_type VALUES (5, 'articles', 'article');
INSERT INTO public.django_content_type VALUES (6, 'articles', 'articletext');
INSERT INTO public.django_content_type VALUES (7, 'articles', 'reference');
INSERT INTO public.django_content_type VALUES (8, 'articles', 'picture');
INSERT INTO public.django_content_type VALUES (9, 'articles', 'picturetext');
INSERT INTO public.django_content_type VALUES (10, 'articles', 'articlepicture');
INSERT INTO public.django_content_type VALUES (11, 'clinic_site', 'interfacereview');
INSERT INTO public.django_content_type VALUES (12, 'redirects', 'redirect');
INSERT INTO public.django_content_type VALUES (13, 'consultations', 'accessrecord');
INSERT INTO public.django_content_type VALUES (14, 'clinic_site', 'clinic');
INSERT INTO public.django_content_type VALUES (15, 'clinic_site', 'openingperiod');
INSERT INTO public.django_content_type VALUES (16, 'clinic_site', 'closure');
INSERT INTO public.django_content_type VALUES (17, 'auth', 'user');
INSERT INTO public.django_content_type VALUES (18, 'clinic_site', 'backup');
INSERT INTO public.django_content_type VALUES (19, 'clinic_site', 'duty');
INSERT INTO public.django_content_type VALUES (20, 'clinic_site', 'publicgeneration');
INSERT INTO public.django_content_type VALUES (21, 'articles', 'wording');
INSERT INTO public.django_content_type VALUES (22, 'consultations', 'entry');
INSERT INTO public.django_content_type VALUES (23, 'consultations', 'lookupkey');
INSERT INTO public.django_content_type VALUES (24, 'otp_totp', 'totpdevice');
INSERT INTO public.django_content_type VALUES (25, 'otp_static', 'staticdevice');
INSERT INTO public.django_content_type VALUES (26, 'otp_static', 'statictoken');
INSERT INTO public.django_content_type VALUES (27, 'axes', 'accessattempt');
INSERT INTO public.django_content_type VALUES (28, 'axes', 'accesslog');
INSERT INTO public.django_content_type VALUES (29, 'axes', 'accessfailurelog');
INSERT INTO public.django_content_type VALUES (30, 'axes', 'accessattemptexpiration');
INSERT INTO public.django_content_type VALUES (31, 'admin', 'logentry');
INSERT INTO public.django_content_type VALUES (32, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (33, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (34, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (35, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (36, 'sites', 'site');


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_migrations VALUES (1, 'contenttypes', '0001_initial', '2026-11-27 22:43:16.00308+00');
INSERT INTO public.django_migrations VALUES (2, 'auth', '0001_initial', '2026-11-27 22:43:16.039077+00');
INSERT INTO public.django_migrations VALUES (3, 'admin', '0001_initial', '2026-11-27 22:43:16.052724+00');
INSERT INTO public.django_migrations VALUES (4, 'admin', '0002_logentry_remove_auto_add', '2026-11-27 22:43:16.059431+00');
INSERT INTO public.django_migrations VALUES (5, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-27 22:43:16.067217+00');
INSERT INTO public.django_migrations VALUES (6, 'articles', '0001_release_1_0', '2026-11-27 22:43:16.160282+00');
INSERT INTO public.django_migrations VALUES (7, 'contenttypes', '0002_remove_content_type_name', '2026-11-27 22:43:16.184613+00');
INSERT INTO public.django_migrations VALUES (8, 'auth', '0002_alter_permission_name_max_length', '2026-11-27 22:43:16.19413+00');
INSERT INTO public.django_migrations VALUES (9, 'auth', '0003_alter_user_email_max_length', '2026-11-27 22:43:16.203322+00');
INSERT INTO public.django_migrations VALUES (10, 'auth', '0004_alter_user_username_opts', '2026-11-27 22:43:16.210998+00');
INSERT INTO public.django_migrations VALUES (11, 'auth', '0005_alter_user_last_login_null', '2026-11-27 22:43:16.220521+00');
INSERT INTO public.django_migrations VALUES (12, 'auth', '0006_require_contenttypes_0002', '2026-11-27 22:43:16.222012+00');
INSERT INTO public.django_migrations VALUES (13, 'auth', '0007_alter_validators_add_error_messages', '2026-11-27 22:43:16.233048+00');
INSERT INTO public.django_migrations VALUES (14, 'auth', '0008_alter_user_username_max_length', '2026-11-27 22:43:16.244912+00');
INSERT INTO public.django_migrations VALUES (15, 'auth', '0009_alter_user_last_name_max_length', '2026-11-27 22:43:16.254102+00');
INSERT INTO public.django_migrations VALUES (16, 'auth', '0010_alter_group_name_max_length', '2026-11-27 22:43:16.263635+00');
INSERT INTO public.django_migrations VALUES (17, 'auth', '0011_update_proxy_permissions', '2026-11-27 22:43:16.276849+00');
INSERT INTO public.django_migrations VALUES (18, 'auth', '0012_alter_user_first_name_max_length', '2026-11-27 22:43:16.285345+00');
INSERT INTO public.django_migrations VALUES (19, 'axes', '0001_initial', '2026-11-27 22:43:16.296036+00');
INSERT INTO public.django_migrations VALUES (20, 'axes', '0002_auto_20151217_2044', '2026-11-27 22:43:16.319166+00');
INSERT INTO public.django_migrations VALUES (21, 'axes', '0003_auto_20160322_0929', '2026-11-27 22:43:16.330328+00');
INSERT INTO public.django_migrations VALUES (22, 'axes', '0004_auto_20181024_1538', '2026-11-27 22:43:16.344415+00');
INSERT INTO public.django_migrations VALUES (23, 'axes', '0005_remove_accessattempt_trusted', '2026-11-27 22:43:16.348642+00');
INSERT INTO public.django_migrations VALUES (24, 'axes', '0006_remove_accesslog_trusted', '2026-11-27 22:43:16.352992+00');
INSERT INTO public.django_migrations VALUES (25, 'axes', '0007_alter_accessattempt_unique_together', '2026-11-27 22:43:16.374936+00');
INSERT INTO public.django_migrations VALUES (26, 'axes', '0008_accessfailurelog', '2026-11-27 22:43:16.386531+00');
INSERT INTO public.django_migrations VALUES (27, 'axes', '0009_add_session_hash', '2026-11-27 22:43:16.391489+00');
INSERT INTO public.django_migrations VALUES (28, 'axes', '0010_accessattemptexpiration', '2026-11-27 22:43:16.399935+00');
INSERT INTO public.django_migrations VALUES (29, 'sites', '0001_initial', '2026-11-27 22:43:16.404457+00');
INSERT INTO public.django_migrations VALUES (30, 'redirects', '0001_initial', '2026-11-27 22:43:16.413971+00');
INSERT INTO public.django_migrations VALUES (31, 'redirects', '0002_alter_redirect_new_path_help_text', '2026-11-27 22:43:16.417438+00');
INSERT INTO public.django_migrations VALUES (32, 'consultations', '0001_release_1_0', '2026-11-27 22:43:16.59456+00');
INSERT INTO public.django_migrations VALUES (33, 'clinic_site', '0001_release_1_0', '2026-11-27 22:43:16.630575+00');
INSERT INTO public.django_migrations VALUES (34, 'clinic_site', '0002_groups', '2026-11-27 22:43:16.841828+00');
INSERT INTO public.django_migrations VALUES (35, 'consultations', '0002_access_records_stay', '2026-11-27 22:43:16.86294+00');
INSERT INTO public.django_migrations VALUES (36, 'otp_static', '0001_initial', '2026-11-27 22:43:16.893544+00');
INSERT INTO public.django_migrations VALUES (37, 'otp_static', '0002_throttling', '2026-11-27 22:43:16.911632+00');
INSERT INTO public.django_migrations VALUES (38, 'otp_static', '0003_add_timestamps', '2026-11-27 22:43:16.932575+00');
INSERT INTO public.django_migrations VALUES (39, 'otp_totp', '0001_initial', '2026-11-27 22:43:16.9603+00');
INSERT INTO public.django_migrations VALUES (40, 'otp_totp', '0002_auto_20190420_0723', '2026-11-27 22:43:16.97884+00');
INSERT INTO public.django_migrations VALUES (41, 'otp_totp', '0003_add_timestamps', '2026-11-27 22:43:16.996964+00');
INSERT INTO public.django_migrations VALUES (42, 'sessions', '0001_initial', '2026-11-27 22:43:17.003087+00');
INSERT INTO public.django_migrations VALUES (43, 'sites', '0002_alter_domain_unique', '2026-11-27 22:43:17.008247+00');


--
-- Data for Name: django_redirect; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_session VALUES ('sy7j7qvzwx763scs3u6sr7wyqrdljdj4', '.eJx1jDEOAiEQRe9CbTbAAgOWXsEDkFmY2SUaCmEr491lEwst7F7-_-8_RcS9b3Fv9Igli7NQ4vSdLZhuVI8i3UstKbbSaWodmacVB14PvHxWP-qGbRseArC3WnoHPGvnktGScvbSMRswGoxxjhPybIPiJTMYTpbJWumDk3actrJWyrHUiF2cFQTrVTBSTaCkm80YEP3pXm8OUUUd:1xX4f4:T4sX_h12BaDCCo89z_1TEFcGBezhDFCUaykI5PHJcfM', '2026-11-28 10:43:22.627427+00');


--
-- Data for Name: django_site; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_site VALUES (1, '127.0.0.1:21511', '127.0.0.1:21511');


--
-- Data for Name: otp_static_staticdevice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: otp_static_statictoken; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: otp_totp_totpdevice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: articles_article_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_article_id_seq', 7, true);


--
-- Name: articles_articlepicture_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_articlepicture_id_seq', 1, false);


--
-- Name: articles_articletext_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_articletext_id_seq', 10, true);


--
-- Name: articles_picture_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_picture_id_seq', 1, false);


--
-- Name: articles_picturetext_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_picturetext_id_seq', 1, false);


--
-- Name: articles_reference_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_reference_id_seq', 1, false);


--
-- Name: articles_topic_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_topic_id_seq', 5, true);


--
-- Name: articles_topicname_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_topicname_id_seq', 20, true);


--
-- Name: articles_wording_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_wording_id_seq', 10, true);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 3, true);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 98, true);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 134, true);


--
-- Name: auth_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_groups_id_seq', 1, false);


--
-- Name: auth_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_id_seq', 1, true);


--
-- Name: auth_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_user_permissions_id_seq', 1, false);


--
-- Name: axes_accessattempt_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);


--
-- Name: axes_accessfailurelog_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);


--
-- Name: axes_accesslog_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);


--
-- Name: clinic_site_backup_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_backup_id_seq', 1, false);


--
-- Name: clinic_site_clinic_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_clinic_id_seq', 1, false);


--
-- Name: clinic_site_closure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_closure_id_seq', 1, false);


--
-- Name: clinic_site_duty_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_duty_id_seq', 4, true);


--
-- Name: clinic_site_interfacereview_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_interfacereview_id_seq', 1, false);


--
-- Name: clinic_site_openingperiod_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_openingperiod_id_seq', 5, true);


--
-- Name: clinic_site_publicgeneration_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.clinic_site_publicgeneration_id_seq', 1, false);


--
-- Name: consultations_accessrecord_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.consultations_accessrecord_id_seq', 10, true);


--
-- Name: consultations_consultationrequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.consultations_consultationrequest_id_seq', 6, true);


--
-- Name: consultations_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.consultations_entry_id_seq', 3, true);


--
-- Name: consultations_lookupkey_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.consultations_lookupkey_id_seq', 32, true);


--
-- Name: consultations_outgoingmail_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.consultations_outgoingmail_id_seq', 12, true);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 4, true);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 36, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 43, true);


--
-- Name: django_redirect_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_redirect_id_seq', 1, false);


--
-- Name: django_site_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_site_id_seq', 1, false);


--
-- Name: otp_static_staticdevice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.otp_static_staticdevice_id_seq', 1, false);


--
-- Name: otp_static_statictoken_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.otp_static_statictoken_id_seq', 1, false);


--
-- Name: otp_totp_totpdevice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.otp_totp_totpdevice_id_seq', 1, false);


--
-- Name: articles_articlepicture article_shows_a_picture_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articlepicture
    ADD CONSTRAINT article_shows_a_picture_once UNIQUE (article_id, picture_id);


--
-- Name: articles_article articles_article_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_pkey PRIMARY KEY (id);


--
-- Name: articles_articlepicture articles_articlepicture_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articlepicture
    ADD CONSTRAINT articles_articlepicture_pkey PRIMARY KEY (id);


--
-- Name: articles_articletext articles_articletext_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articletext
    ADD CONSTRAINT articles_articletext_pkey PRIMARY KEY (id);


--
-- Name: articles_picture articles_picture_content_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_picture
    ADD CONSTRAINT articles_picture_content_hash_key UNIQUE (content_hash);


--
-- Name: articles_picture articles_picture_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_picture
    ADD CONSTRAINT articles_picture_pkey PRIMARY KEY (id);


--
-- Name: articles_picturetext articles_picturetext_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_picturetext
    ADD CONSTRAINT articles_picturetext_pkey PRIMARY KEY (id);


--
-- Name: articles_reference articles_reference_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT articles_reference_pkey PRIMARY KEY (id);


--
-- Name: articles_topic articles_topic_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_topic
    ADD CONSTRAINT articles_topic_pkey PRIMARY KEY (id);


--
-- Name: articles_topic articles_topic_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_topic
    ADD CONSTRAINT articles_topic_slug_key UNIQUE (slug);


--
-- Name: articles_topicname articles_topicname_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_topicname
    ADD CONSTRAINT articles_topicname_pkey PRIMARY KEY (id);


--
-- Name: articles_wording articles_wording_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_wording
    ADD CONSTRAINT articles_wording_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: auth_user_groups auth_user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_pkey PRIMARY KEY (id);


--
-- Name: auth_user_groups auth_user_groups_user_id_group_id_94350c0c_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_group_id_94350c0c_uniq UNIQUE (user_id, group_id);


--
-- Name: auth_user auth_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_pkey PRIMARY KEY (id);


--
-- Name: auth_user_user_permissions auth_user_user_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_user_user_permissions auth_user_user_permissions_user_id_permission_id_14a6b632_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_permission_id_14a6b632_uniq UNIQUE (user_id, permission_id);


--
-- Name: auth_user auth_user_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_username_key UNIQUE (username);


--
-- Name: axes_accessattempt axes_accessattempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);


--
-- Name: axes_accessattempt axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);


--
-- Name: axes_accessattemptexpiration axes_accessattemptexpiration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);


--
-- Name: axes_accessfailurelog axes_accessfailurelog_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);


--
-- Name: axes_accesslog axes_accesslog_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_backup clinic_site_backup_file_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_backup
    ADD CONSTRAINT clinic_site_backup_file_name_key UNIQUE (file_name);


--
-- Name: clinic_site_backup clinic_site_backup_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_backup
    ADD CONSTRAINT clinic_site_backup_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_clinic clinic_site_clinic_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_clinic
    ADD CONSTRAINT clinic_site_clinic_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_closure clinic_site_closure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_closure
    ADD CONSTRAINT clinic_site_closure_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_duty clinic_site_duty_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_duty
    ADD CONSTRAINT clinic_site_duty_name_key UNIQUE (name);


--
-- Name: clinic_site_duty clinic_site_duty_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_duty
    ADD CONSTRAINT clinic_site_duty_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_interfacereview clinic_site_interfacereview_language_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_interfacereview
    ADD CONSTRAINT clinic_site_interfacereview_language_key UNIQUE (language);


--
-- Name: clinic_site_interfacereview clinic_site_interfacereview_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_interfacereview
    ADD CONSTRAINT clinic_site_interfacereview_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_openingperiod clinic_site_openingperiod_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_openingperiod
    ADD CONSTRAINT clinic_site_openingperiod_pkey PRIMARY KEY (id);


--
-- Name: clinic_site_publicgeneration clinic_site_publicgeneration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_publicgeneration
    ADD CONSTRAINT clinic_site_publicgeneration_pkey PRIMARY KEY (id);


--
-- Name: consultations_accessrecord consultations_accessrecord_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_accessrecord
    ADD CONSTRAINT consultations_accessrecord_pkey PRIMARY KEY (id);


--
-- Name: consultations_consultationrequest consultations_consultationrequest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_consultationrequest
    ADD CONSTRAINT consultations_consultationrequest_pkey PRIMARY KEY (id);


--
-- Name: consultations_consultationrequest consultations_consultationrequest_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_consultationrequest
    ADD CONSTRAINT consultations_consultationrequest_reference_key UNIQUE (reference);


--
-- Name: consultations_consultationrequest consultations_consultationrequest_sameness_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_consultationrequest
    ADD CONSTRAINT consultations_consultationrequest_sameness_key_key UNIQUE (sameness_key);


--
-- Name: consultations_consultationrequest consultations_consultationrequest_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_consultationrequest
    ADD CONSTRAINT consultations_consultationrequest_token_key UNIQUE (token);


--
-- Name: consultations_entry consultations_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_entry
    ADD CONSTRAINT consultations_entry_pkey PRIMARY KEY (id);


--
-- Name: consultations_entry consultations_entry_undoes_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_entry
    ADD CONSTRAINT consultations_entry_undoes_id_key UNIQUE (undoes_id);


--
-- Name: consultations_lookupkey consultations_lookupkey_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_lookupkey
    ADD CONSTRAINT consultations_lookupkey_pkey PRIMARY KEY (id);


--
-- Name: consultations_outgoingmail consultations_outgoingmail_message_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_outgoingmail
    ADD CONSTRAINT consultations_outgoingmail_message_id_key UNIQUE (message_id);


--
-- Name: consultations_outgoingmail consultations_outgoingmail_once_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_outgoingmail
    ADD CONSTRAINT consultations_outgoingmail_once_key_key UNIQUE (once_key);


--
-- Name: consultations_outgoingmail consultations_outgoingmail_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_outgoingmail
    ADD CONSTRAINT consultations_outgoingmail_pkey PRIMARY KEY (id);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_redirect django_redirect_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_redirect
    ADD CONSTRAINT django_redirect_pkey PRIMARY KEY (id);


--
-- Name: django_redirect django_redirect_site_id_old_path_ac5dd16b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_redirect
    ADD CONSTRAINT django_redirect_site_id_old_path_ac5dd16b_uniq UNIQUE (site_id, old_path);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: django_site django_site_domain_a2e37b91_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_site
    ADD CONSTRAINT django_site_domain_a2e37b91_uniq UNIQUE (domain);


--
-- Name: django_site django_site_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_site
    ADD CONSTRAINT django_site_pkey PRIMARY KEY (id);


--
-- Name: consultations_lookupkey lookup_key_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_lookupkey
    ADD CONSTRAINT lookup_key_once UNIQUE (consultation_request_id, key);


--
-- Name: articles_topicname one_name_per_topic_and_language; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_topicname
    ADD CONSTRAINT one_name_per_topic_and_language UNIQUE (topic_id, language);


--
-- Name: articles_articletext one_text_per_article_and_language; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articletext
    ADD CONSTRAINT one_text_per_article_and_language UNIQUE (article_id, language);


--
-- Name: articles_articletext one_text_per_language_and_slug; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articletext
    ADD CONSTRAINT one_text_per_language_and_slug UNIQUE (language, slug);


--
-- Name: articles_picturetext one_text_per_picture_and_language; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_picturetext
    ADD CONSTRAINT one_text_per_picture_and_language UNIQUE (picture_id, language);


--
-- Name: articles_wording one_wording_per_text_and_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_wording
    ADD CONSTRAINT one_wording_per_text_and_version UNIQUE (text_id, version);


--
-- Name: otp_static_staticdevice otp_static_staticdevice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.otp_static_staticdevice
    ADD CONSTRAINT otp_static_staticdevice_pkey PRIMARY KEY (id);


--
-- Name: otp_static_statictoken otp_static_statictoken_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.otp_static_statictoken
    ADD CONSTRAINT otp_static_statictoken_pkey PRIMARY KEY (id);


--
-- Name: otp_totp_totpdevice otp_totp_totpdevice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.otp_totp_totpdevice
    ADD CONSTRAINT otp_totp_totpdevice_pkey PRIMARY KEY (id);


--
-- Name: articles_articletext text_and_its_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articletext
    ADD CONSTRAINT text_and_its_state UNIQUE (article_id, language, state);


--
-- Name: article_of_topic; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX article_of_topic ON public.articles_article USING btree (topic_id, published_at);


--
-- Name: articles_article_published_at_b692f2ff; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_article_published_at_b692f2ff ON public.articles_article USING btree (published_at);


--
-- Name: articles_article_topic_id_a7619489; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_article_topic_id_a7619489 ON public.articles_article USING btree (topic_id);


--
-- Name: articles_articlepicture_article_id_2d3f0016; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_articlepicture_article_id_2d3f0016 ON public.articles_articlepicture USING btree (article_id);


--
-- Name: articles_articlepicture_picture_id_61277f60; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_articlepicture_picture_id_61277f60 ON public.articles_articlepicture USING btree (picture_id);


--
-- Name: articles_articletext_article_id_067eaf9c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_articletext_article_id_067eaf9c ON public.articles_articletext USING btree (article_id);


--
-- Name: articles_articletext_slug_8113ec27; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_articletext_slug_8113ec27 ON public.articles_articletext USING btree (slug);


--
-- Name: articles_articletext_slug_8113ec27_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_articletext_slug_8113ec27_like ON public.articles_articletext USING btree (slug varchar_pattern_ops);


--
-- Name: articles_picture_content_hash_6f79cde4_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_picture_content_hash_6f79cde4_like ON public.articles_picture USING btree (content_hash varchar_pattern_ops);


--
-- Name: articles_picturetext_picture_id_d009f6fd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_picturetext_picture_id_d009f6fd ON public.articles_picturetext USING btree (picture_id);


--
-- Name: articles_reference_article_id_ee6dbb6e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_reference_article_id_ee6dbb6e ON public.articles_reference USING btree (article_id);


--
-- Name: articles_topic_slug_a450089a_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_topic_slug_a450089a_like ON public.articles_topic USING btree (slug varchar_pattern_ops);


--
-- Name: articles_topicname_topic_id_3d17a877; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_topicname_topic_id_3d17a877 ON public.articles_topicname USING btree (topic_id);


--
-- Name: articles_wording_text_id_d16d98cb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_wording_text_id_d16d98cb ON public.articles_wording USING btree (text_id);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: auth_user_groups_group_id_97559544; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_groups_group_id_97559544 ON public.auth_user_groups USING btree (group_id);


--
-- Name: auth_user_groups_user_id_6a12ed8b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_groups_user_id_6a12ed8b ON public.auth_user_groups USING btree (user_id);


--
-- Name: auth_user_user_permissions_permission_id_1fbb5f2c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_user_permissions_permission_id_1fbb5f2c ON public.auth_user_user_permissions USING btree (permission_id);


--
-- Name: auth_user_user_permissions_user_id_a95ead1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_user_permissions_user_id_a95ead1b ON public.auth_user_user_permissions USING btree (user_id);


--
-- Name: auth_user_username_6821ab7c_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_username_6821ab7c_like ON public.auth_user USING btree (username varchar_pattern_ops);


--
-- Name: axes_accessattempt_ip_address_10922d9c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);


--
-- Name: axes_accessattempt_user_agent_ad89678b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);


--
-- Name: axes_accessattempt_user_agent_ad89678b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);


--
-- Name: axes_accessattempt_username_3f2d4ca0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);


--
-- Name: axes_accessattempt_username_3f2d4ca0_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);


--
-- Name: axes_accessfailurelog_ip_address_2e9f5a7f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);


--
-- Name: axes_accessfailurelog_user_agent_ea145dda; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);


--
-- Name: axes_accessfailurelog_user_agent_ea145dda_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);


--
-- Name: axes_accessfailurelog_username_a8b7e8a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);


--
-- Name: axes_accessfailurelog_username_a8b7e8a4_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);


--
-- Name: axes_accesslog_ip_address_86b417e5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);


--
-- Name: axes_accesslog_user_agent_0e659004; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);


--
-- Name: axes_accesslog_user_agent_0e659004_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);


--
-- Name: axes_accesslog_username_df93064b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);


--
-- Name: axes_accesslog_username_df93064b_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);


--
-- Name: clinic_site_backup_file_name_b7fb8d11_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX clinic_site_backup_file_name_b7fb8d11_like ON public.clinic_site_backup USING btree (file_name varchar_pattern_ops);


--
-- Name: clinic_site_closure_clinic_id_773bf7f4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX clinic_site_closure_clinic_id_773bf7f4 ON public.clinic_site_closure USING btree (clinic_id);


--
-- Name: clinic_site_duty_name_27e001cd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX clinic_site_duty_name_27e001cd_like ON public.clinic_site_duty USING btree (name varchar_pattern_ops);


--
-- Name: clinic_site_interfacereview_language_a885f8db_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX clinic_site_interfacereview_language_a885f8db_like ON public.clinic_site_interfacereview USING btree (language varchar_pattern_ops);


--
-- Name: clinic_site_openingperiod_clinic_id_758585a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX clinic_site_openingperiod_clinic_id_758585a4 ON public.clinic_site_openingperiod USING btree (clinic_id);


--
-- Name: consultations_accessrecord_at_687e4b28; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_accessrecord_at_687e4b28 ON public.consultations_accessrecord USING btree (at);


--
-- Name: consultations_accessrecord_reference_4a15d531; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_accessrecord_reference_4a15d531 ON public.consultations_accessrecord USING btree (reference);


--
-- Name: consultations_accessrecord_reference_4a15d531_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_accessrecord_reference_4a15d531_like ON public.consultations_accessrecord USING btree (reference varchar_pattern_ops);


--
-- Name: consultations_accessrecord_request_id_126cb7ac; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_accessrecord_request_id_126cb7ac ON public.consultations_accessrecord USING btree (request_id);


--
-- Name: consultations_consultationrequest_held_1e635e98; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_consultationrequest_held_1e635e98 ON public.consultations_consultationrequest USING btree (held);


--
-- Name: consultations_consultationrequest_received_at_153a5722; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_consultationrequest_received_at_153a5722 ON public.consultations_consultationrequest USING btree (received_at);


--
-- Name: consultations_consultationrequest_reference_20c26bc3_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_consultationrequest_reference_20c26bc3_like ON public.consultations_consultationrequest USING btree (reference varchar_pattern_ops);


--
-- Name: consultations_consultationrequest_sameness_key_6cdd519a_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_consultationrequest_sameness_key_6cdd519a_like ON public.consultations_consultationrequest USING btree (sameness_key varchar_pattern_ops);


--
-- Name: consultations_consultationrequest_token_3683ca05_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_consultationrequest_token_3683ca05_like ON public.consultations_consultationrequest USING btree (token varchar_pattern_ops);


--
-- Name: consultations_entry_by_id_9ce9eeaa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_entry_by_id_9ce9eeaa ON public.consultations_entry USING btree (by_id);


--
-- Name: consultations_lookupkey_consultation_request_id_cb80fef7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_lookupkey_consultation_request_id_cb80fef7 ON public.consultations_lookupkey USING btree (consultation_request_id);


--
-- Name: consultations_outgoingmail_consultation_request_id_45ea42cb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_outgoingmail_consultation_request_id_45ea42cb ON public.consultations_outgoingmail USING btree (consultation_request_id);


--
-- Name: consultations_outgoingmail_once_key_c5a66c92_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_outgoingmail_once_key_c5a66c92_like ON public.consultations_outgoingmail USING btree (once_key varchar_pattern_ops);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_redirect_old_path_c6cc94d3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_redirect_old_path_c6cc94d3 ON public.django_redirect USING btree (old_path);


--
-- Name: django_redirect_old_path_c6cc94d3_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_redirect_old_path_c6cc94d3_like ON public.django_redirect USING btree (old_path varchar_pattern_ops);


--
-- Name: django_redirect_site_id_c3e37341; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_redirect_site_id_c3e37341 ON public.django_redirect USING btree (site_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: django_site_domain_a2e37b91_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_site_domain_a2e37b91_like ON public.django_site USING btree (domain varchar_pattern_ops);


--
-- Name: entry_of_request; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_of_request ON public.consultations_entry USING btree (consultation_request_id, undoes_id);


--
-- Name: lookup_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX lookup_by_key ON public.consultations_lookupkey USING btree (key, consultation_request_id);


--
-- Name: mail_unsent_since; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_unsent_since ON public.consultations_outgoingmail USING btree (created_at) WHERE (sent_at IS NULL);


--
-- Name: mail_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_waiting ON public.consultations_outgoingmail USING btree (due_at) WHERE (sent_at IS NULL);


--
-- Name: otp_static_staticdevice_user_id_7f9cff2b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX otp_static_staticdevice_user_id_7f9cff2b ON public.otp_static_staticdevice USING btree (user_id);


--
-- Name: otp_static_statictoken_device_id_74b7c7d1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX otp_static_statictoken_device_id_74b7c7d1 ON public.otp_static_statictoken USING btree (device_id);


--
-- Name: otp_static_statictoken_token_d0a51866; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX otp_static_statictoken_token_d0a51866 ON public.otp_static_statictoken USING btree (token);


--
-- Name: otp_static_statictoken_token_d0a51866_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX otp_static_statictoken_token_d0a51866_like ON public.otp_static_statictoken USING btree (token varchar_pattern_ops);


--
-- Name: otp_totp_totpdevice_user_id_0fb18292; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX otp_totp_totpdevice_user_id_0fb18292 ON public.otp_totp_totpdevice USING btree (user_id);


--
-- Name: request_by_language; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_by_language ON public.consultations_consultationrequest USING btree (spoken_language, received_at);


--
-- Name: request_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_by_state ON public.consultations_consultationrequest USING btree (state, received_at);


--
-- Name: request_by_who; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_by_who ON public.consultations_consultationrequest USING btree (assigned_to_id, received_at);


--
-- Name: request_call_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_call_by ON public.consultations_consultationrequest USING btree (call_by) WHERE (call_by IS NOT NULL);


--
-- Name: request_call_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_call_due ON public.consultations_consultationrequest USING btree (call_due_at) WHERE (call_due_at IS NOT NULL);


--
-- Name: request_client; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_client ON public.consultations_consultationrequest USING btree (client_key, received_at) WHERE (NOT ((client_key)::text = ''::text));


--
-- Name: request_first_called; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_first_called ON public.consultations_consultationrequest USING btree (first_called_at) WHERE (first_called_at IS NOT NULL);


--
-- Name: titles; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX titles ON public.articles_articletext USING btree (indexed_title, article_id);


--
-- Name: consultations_accessrecord access_records_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER access_records_stay BEFORE UPDATE ON public.consultations_accessrecord FOR EACH ROW EXECUTE FUNCTION public.access_records_stay();


--
-- Name: articles_article public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_article();


--
-- Name: articles_articlepicture public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_articlepicture DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_articlepicture();


--
-- Name: articles_articletext public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_articletext DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_articletext();


--
-- Name: articles_picture public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_picture DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_picture();


--
-- Name: articles_picturetext public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_picturetext DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_picturetext();


--
-- Name: articles_reference public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_reference DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_reference();


--
-- Name: articles_topic public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_topic DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_topic();


--
-- Name: articles_topicname public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.articles_topicname DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_articles_topicname();


--
-- Name: clinic_site_clinic public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.clinic_site_clinic DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_clinic_site_clinic();


--
-- Name: clinic_site_closure public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.clinic_site_closure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_clinic_site_closure();


--
-- Name: clinic_site_interfacereview public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.clinic_site_interfacereview DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_clinic_site_interfacereview();


--
-- Name: clinic_site_openingperiod public_generation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER public_generation AFTER INSERT OR DELETE OR UPDATE ON public.clinic_site_openingperiod DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.public_generation_clinic_site_openingperiod();


--
-- Name: articles_article public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_article FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_article();


--
-- Name: articles_articlepicture public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_articlepicture FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_articlepicture();


--
-- Name: articles_articletext public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_articletext FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_articletext();


--
-- Name: articles_picture public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_picture FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_picture();


--
-- Name: articles_picturetext public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_picturetext FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_picturetext();


--
-- Name: articles_reference public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_reference FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_reference();


--
-- Name: articles_topic public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_topic FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_topic();


--
-- Name: articles_topicname public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.articles_topicname FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_articles_topicname();


--
-- Name: clinic_site_clinic public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.clinic_site_clinic FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_clinic_site_clinic();


--
-- Name: clinic_site_closure public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.clinic_site_closure FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_clinic_site_closure();


--
-- Name: clinic_site_interfacereview public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.clinic_site_interfacereview FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_clinic_site_interfacereview();


--
-- Name: clinic_site_openingperiod public_generation_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_generation_truncate AFTER TRUNCATE ON public.clinic_site_openingperiod FOR EACH STATEMENT EXECUTE FUNCTION public.public_generation_clinic_site_openingperiod();


--
-- Name: articles_article articles_article_topic_id_a7619489_fk_articles_topic_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_topic_id_a7619489_fk_articles_topic_id FOREIGN KEY (topic_id) REFERENCES public.articles_topic(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_articlepicture articles_articlepict_article_id_2d3f0016_fk_articles_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articlepicture
    ADD CONSTRAINT articles_articlepict_article_id_2d3f0016_fk_articles_ FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_articlepicture articles_articlepict_picture_id_61277f60_fk_articles_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articlepicture
    ADD CONSTRAINT articles_articlepict_picture_id_61277f60_fk_articles_ FOREIGN KEY (picture_id) REFERENCES public.articles_picture(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_articletext articles_articletext_article_id_067eaf9c_fk_articles_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_articletext
    ADD CONSTRAINT articles_articletext_article_id_067eaf9c_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_picturetext articles_picturetext_picture_id_d009f6fd_fk_articles_picture_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_picturetext
    ADD CONSTRAINT articles_picturetext_picture_id_d009f6fd_fk_articles_picture_id FOREIGN KEY (picture_id) REFERENCES public.articles_picture(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_reference articles_reference_article_id_ee6dbb6e_fk_articles_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT articles_reference_article_id_ee6dbb6e_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_topicname articles_topicname_topic_id_3d17a877_fk_articles_topic_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_topicname
    ADD CONSTRAINT articles_topicname_topic_id_3d17a877_fk_articles_topic_id FOREIGN KEY (topic_id) REFERENCES public.articles_topic(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: articles_wording articles_wording_text_id_d16d98cb_fk_articles_articletext_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles_wording
    ADD CONSTRAINT articles_wording_text_id_d16d98cb_fk_articles_articletext_id FOREIGN KEY (text_id) REFERENCES public.articles_articletext(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_groups auth_user_groups_group_id_97559544_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_group_id_97559544_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_groups auth_user_groups_user_id_6a12ed8b_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_6a12ed8b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_user_permissions auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_user_permissions auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: axes_accessattemptexpiration axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: clinic_site_closure clinic_site_closure_clinic_id_773bf7f4_fk_clinic_site_clinic_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_closure
    ADD CONSTRAINT clinic_site_closure_clinic_id_773bf7f4_fk_clinic_site_clinic_id FOREIGN KEY (clinic_id) REFERENCES public.clinic_site_clinic(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: clinic_site_openingperiod clinic_site_openingp_clinic_id_758585a4_fk_clinic_si; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clinic_site_openingperiod
    ADD CONSTRAINT clinic_site_openingp_clinic_id_758585a4_fk_clinic_si FOREIGN KEY (clinic_id) REFERENCES public.clinic_site_clinic(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: consultations_consultationrequest consultations_consul_assigned_to_id_42cf802c_fk_auth_user; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_consultationrequest
    ADD CONSTRAINT consultations_consul_assigned_to_id_42cf802c_fk_auth_user FOREIGN KEY (assigned_to_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: consultations_entry consultations_entry_by_id_9ce9eeaa_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_entry
    ADD CONSTRAINT consultations_entry_by_id_9ce9eeaa_fk_auth_user_id FOREIGN KEY (by_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: consultations_entry consultations_entry_consultation_request_0eb0e608_fk_consultat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_entry
    ADD CONSTRAINT consultations_entry_consultation_request_0eb0e608_fk_consultat FOREIGN KEY (consultation_request_id) REFERENCES public.consultations_consultationrequest(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: consultations_entry consultations_entry_undoes_id_6d843baf_fk_consultat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_entry
    ADD CONSTRAINT consultations_entry_undoes_id_6d843baf_fk_consultat FOREIGN KEY (undoes_id) REFERENCES public.consultations_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: consultations_lookupkey consultations_lookup_consultation_request_cb80fef7_fk_consultat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_lookupkey
    ADD CONSTRAINT consultations_lookup_consultation_request_cb80fef7_fk_consultat FOREIGN KEY (consultation_request_id) REFERENCES public.consultations_consultationrequest(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: consultations_outgoingmail consultations_outgoi_consultation_request_45ea42cb_fk_consultat; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations_outgoingmail
    ADD CONSTRAINT consultations_outgoi_consultation_request_45ea42cb_fk_consultat FOREIGN KEY (consultation_request_id) REFERENCES public.consultations_consultationrequest(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_redirect django_redirect_site_id_c3e37341_fk_django_site_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_redirect
    ADD CONSTRAINT django_redirect_site_id_c3e37341_fk_django_site_id FOREIGN KEY (site_id) REFERENCES public.django_site(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: otp_static_staticdevice otp_static_staticdevice_user_id_7f9cff2b_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.otp_static_staticdevice
    ADD CONSTRAINT otp_static_staticdevice_user_id_7f9cff2b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: otp_static_statictoken otp_static_statictok_device_id_74b7c7d1_fk_otp_stati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.otp_static_statictoken
    ADD CONSTRAINT otp_static_statictok_device_id_74b7c7d1_fk_otp_stati FOREIGN KEY (device_id) REFERENCES public.otp_static_staticdevice(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: otp_totp_totpdevice otp_totp_totpdevice_user_id_0fb18292_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.otp_totp_totpdevice
    ADD CONSTRAINT otp_totp_totpdevice_user_id_0fb18292_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- PostgreSQL database dump complete
--


