import type { permissionNames } from '../world/identity.ts';

type Permission = (typeof permissionNames)[number];

interface DialogTexts {
  title: string;
  intro: string;
  pages: string;
  noPages: string;
  permissions: string;
  noPermissions: string;
  allow: string;
  deny: string;
  stopped: string;
  done: string;
  doneHint: string;
  problems: { app: string; redirect: string; response: string; scopes: string; form: string };
  meanings: Readonly<Record<Permission, string>>;
}

const fr: DialogTexts = {
  title: 'Se connecter au réseau d’entraînement',
  intro: 'L’application demande à agir en votre nom. Décochez ce que vous ne voulez pas autoriser.',
  pages: 'Pages',
  noPages: 'Vous ne gérez aucune Page.',
  permissions: 'Autorisations',
  noPermissions: 'Aucune autorisation n’est demandée.',
  allow: 'Autoriser',
  deny: 'Refuser',
  stopped: 'La connexion ne peut pas commencer',
  done: 'Connexion réussie',
  doneHint: 'Ne copiez l’adresse de cette fenêtre nulle part : elle ouvre votre compte.',
  problems: {
    app: 'L’identifiant de l’application n’est pas connu ici.',
    redirect: 'L’adresse de retour n’est pas autorisée pour cette application.',
    response: 'Le type de réponse demandé n’existe pas.',
    scopes: 'Invalid Scopes. Autorisations inconnues :',
    form: 'Ce formulaire ne vient pas de cette fenêtre. Recommencez la connexion.',
  },
  meanings: {
    pages_show_list: 'Voir la liste de vos Pages',
    business_management: 'Gérer vos entreprises',
    pages_read_engagement: 'Lire le contenu publié sur vos Pages',
    pages_manage_posts: 'Publier et modifier les publications de vos Pages',
    pages_manage_engagement: 'Commenter et modérer sur vos Pages',
    pages_read_user_content: 'Lire les commentaires de vos Pages',
    pages_manage_metadata: 'Gérer les réglages de vos Pages',
    pages_messaging: 'Lire et envoyer les messages de vos Pages',
    read_insights: 'Lire les statistiques de vos Pages',
    instagram_basic: 'Voir votre compte Instagram et ses publications',
    instagram_content_publish: 'Publier sur Instagram',
    instagram_manage_comments: 'Gérer les commentaires sur Instagram',
    instagram_manage_messages: 'Gérer les messages sur Instagram',
    instagram_manage_insights: 'Lire les statistiques d’Instagram',
    instagram_manage_contents: 'Supprimer des publications sur Instagram',
    instagram_shopping_tag_products: 'Identifier des produits sur Instagram',
    catalog_management: 'Gérer vos catalogues de produits',
  },
};

const en: DialogTexts = {
  title: 'Log in to the practice network',
  intro: 'The app asks to act for you. Untick what you do not want to allow.',
  pages: 'Pages',
  noPages: 'You manage no Page.',
  permissions: 'Permissions',
  noPermissions: 'No permission is asked for.',
  allow: 'Allow',
  deny: 'Refuse',
  stopped: 'The login cannot begin',
  done: 'You are logged in',
  doneHint: 'Do not copy the address of this window anywhere: it opens your account.',
  problems: {
    app: 'The app id is not known here.',
    redirect: 'The return address is not allowed for this app.',
    response: 'There is no such response type.',
    scopes: 'Invalid Scopes. Unknown permissions:',
    form: 'This form is not from this window. Start the login again.',
  },
  meanings: {
    pages_show_list: 'See the list of your Pages',
    business_management: 'Manage your businesses',
    pages_read_engagement: 'Read what your Pages published',
    pages_manage_posts: 'Publish and change posts of your Pages',
    pages_manage_engagement: 'Comment and moderate on your Pages',
    pages_read_user_content: 'Read the comments on your Pages',
    pages_manage_metadata: 'Manage the settings of your Pages',
    pages_messaging: 'Read and send the messages of your Pages',
    read_insights: 'Read the insights of your Pages',
    instagram_basic: 'See your Instagram account and its posts',
    instagram_content_publish: 'Publish on Instagram',
    instagram_manage_comments: 'Manage comments on Instagram',
    instagram_manage_messages: 'Manage messages on Instagram',
    instagram_manage_insights: 'Read insights of Instagram',
    instagram_manage_contents: 'Remove posts on Instagram',
    instagram_shopping_tag_products: 'Tag products on Instagram',
    catalog_management: 'Manage your product catalogues',
  },
};

/** The words of the login, in the two languages of the practice pages. */
export const dialogTexts: Readonly<Record<'fr' | 'en', DialogTexts>> = { fr, en };
